import type { Needs } from '@octavo/core';
import { aliasDocuments } from './documents/alias-documents.ts';

/** What the JSON-LD needs of a book: old names that can be a document's. What was promised, the ledger's checks say. */
export const needs: Needs = (handbook) => aliasDocuments(handbook).messages;
