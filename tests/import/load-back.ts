import { type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { readFolder } from '../core/read-folder.ts';

/** The handbook in a folder, drafts among its entries; undefined when it has errors. */
export async function loadBack(folder: string): Promise<Handbook | undefined> {
  const files = readFolder(folder);
  return loadHandbook(files, { drafts: true, tools: await schemaTools(files) }).handbook;
}

/** What is said of the sources, and not of the handbook: places, and how a reference is spelt. */
const OF_SOURCES: ReadonlySet<string> = new Set(['position', 'source', 'written']);

/** A value without where and how it is written in its sources. */
export function withoutPlaces(value: unknown): unknown {
  const text = JSON.stringify(value, (key, one) => (OF_SOURCES.has(key) ? undefined : one));
  return text === undefined ? undefined : JSON.parse(text);
}
