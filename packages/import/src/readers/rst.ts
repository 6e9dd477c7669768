import type { SourceText } from '../model/source.ts';
import type { ReadDocument } from './reader.ts';
import { readText } from './text.ts';
export function readRst(source: SourceText): ReadDocument { return readText(source); }
