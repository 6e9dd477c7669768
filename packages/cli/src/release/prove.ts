import { bookPath, type Handbook, indexHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { holdToSchema } from '../build/published-schemas.ts';
import { shippedFiles } from '../build/shipped-files.ts';
import type { Proof } from '../build/write-documents.ts';
import { folderReader } from '../disk/folder-reader.ts';
import { othersOf } from '../foreign/others-of.ts';
import { type BookFormat, loadFormats } from '../formats.ts';
import { refusal } from './refusal.ts';

/**
 * Reads every format of a finished tree back and compares it with the handbook: parity.json, and a
 * refusal for each difference.
 */
export async function prove(
  { handbook, formats }: { readonly handbook: Handbook; readonly formats: readonly BookFormat[] },
  folder: string,
  paths: readonly string[],
): Promise<Proof> {
  // The lists come last, as they list the proof too; pages that lead to them are right.
  const files = folderReader(folder, [
    ...paths,
    ...['manifest.json', 'SHA256SUMS'].map((path) => bookPath(handbook, path)),
  ]);
  const parity = await verify({
    files,
    handbook,
    formats: formats.map(({ name }) => name),
    others: othersOf(await loadFormats(formats)),
    shipped: await shippedFiles(),
  });
  holdToSchema('parity.json', 'parity', parity);
  const content = new TextEncoder().encode(`${JSON.stringify(parity, null, 2)}\n`);
  const { entry } = indexHandbook(handbook);
  return {
    files: [{ path: 'parity.json', mediaType: 'application/json', content }],
    objections: parity.differences.map((difference) =>
      refusal(
        'formats-agree',
        (difference.entry === undefined ? undefined : entry.get(difference.entry)?.source) ?? {
          path: 'handbook.yaml',
        },
        `${difference.file}: ${difference.message}`,
        `What was built differs from the source (${difference.subject}). This is a bug of Octavo: please report it with the entry.`,
      ),
    ),
  };
}
