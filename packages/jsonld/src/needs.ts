import type { Needs } from '@octavo/core';
import { aliasDocuments } from './documents/alias-documents.ts';

/**
 * What the JSON-LD needs of a book: old names that can be a document's name. Promises are checked against the
 * ledger.
 */
export const needs: Needs = (handbook) => aliasDocuments(handbook).messages;
