import { createHash } from 'node:crypto';
import { type Format, type Handbook, inventoryOf } from '@octavo/core';
import type { Ledger } from '@octavo/jsonld';
import type { VFile } from 'vfile';
import type { Stage } from '../disk/stage.ts';
import { VERSION } from '../version.ts';
import { type CompileResult, RELEASE_DOCUMENT, siblingsOf } from './compile-formats.ts';
import { hostedTree } from './hosting/hosted-tree.ts';
import { hostingFiles } from './hosting/hosting-files.ts';
import { checksums, manifestOf } from './manifest.ts';
import { holdToSchema, schemaFiles } from './published-schemas.ts';
import { writeAll } from './tally.ts';

export interface BuiltBook {
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  readonly ledger: Ledger;
  /** Every file of the handbook's folder. */
  readonly sources: readonly VFile[];
}

/**
 * Writes what the CLI itself adds to the tree: handbook.json, inventory.json, the schemas, release.jsonld (which
 * lists what was built), what web servers need, manifest.json and SHA256SUMS; a document is held to
 * its schema.
 */
export async function writeDocuments(stage: Stage, book: BuiltBook, result: CompileResult): Promise<void> {
  const { handbook, formats, ledger } = book;
  const { written, moved } = result;
  const data = (path: string, name: string, value: unknown) => {
    holdToSchema(path, name, value);
    const content = encode(`${JSON.stringify(value, null, 2)}\n`);
    return writeAll(stage, 'data', [{ path, mediaType: 'application/json', content }], written);
  };
  await data('handbook.json', 'handbook-document', handbook);
  await data('inventory.json', 'inventory', inventoryOf(handbook));
  if (formats.includes('jsonld')) {
    await writeAll(stage, 'jsonld', schemaFiles(), written);
    await writeRelease(stage, book, result);
  }
  if (formats.includes('html') || formats.includes('jsonld')) {
    await writeAll(stage, 'data', hostingFiles(hostedTree(handbook, written, { ledger, moved })), written);
  }
  await data('manifest.json', 'manifest', manifestOf(handbook, formats, written.values()));
  await stage.write('SHA256SUMS', encode(checksums(written.values())));
}

async function writeRelease(
  stage: Stage,
  book: BuiltBook,
  { written, stateHash }: CompileResult,
): Promise<void> {
  if (stateHash === undefined) return;
  const { releaseDocument } = await import('@octavo/jsonld');
  const { handbook, ledger, sources } = book;
  const graph = written.get(`${handbook.id}.nq`);
  const document = releaseDocument(handbook, {
    stage: 'preview',
    files: [...siblingsOf(handbook.id, written), ...(graph ? [graph] : [])],
    stateHash,
    ledger,
    sources: sources
      .filter((file) => !file.path.startsWith('releases/') && /\.(md|ya?ml)$/.test(file.path))
      .map((file) => ({ path: file.path, sha256: createHash('sha256').update(file.value).digest('hex') })),
    generator: { version: VERSION },
  });
  const content = document.content as Uint8Array;
  holdToSchema(RELEASE_DOCUMENT, 'jsonld-release', JSON.parse(new TextDecoder().decode(content)));
  await writeAll(stage, 'jsonld', [document], written);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
