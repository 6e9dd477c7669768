import type { Tree } from '@octavo/core';
import { schemaFault } from '@octavo/press/documents';
import { EXIT, fail } from '../exit-code.ts';

/** Reads a document of the build, if it keeps to its schema and is of this version. */
export async function readDocument<Document>(
  tree: Pick<Tree, 'read'>,
  path: string,
  schema: string,
): Promise<Document> {
  const text = new TextDecoder().decode(await tree.read(path));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(EXIT.content, `${path} is damaged: it is no JSON (${reason})`, 'Build the folder again.');
  }
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (typeof version === 'number' && version > 1) {
    const reason = `${path} has schemaVersion ${version}, and this Octavo reads version 1`;
    fail(EXIT.content, reason, 'Use the Octavo that built it, or a newer one.');
  }
  const fault = schemaFault(schema, value);
  if (fault === undefined) return value as Document;
  fail(EXIT.content, `${path} is damaged: ${fault}`, 'Build the folder again.');
}
