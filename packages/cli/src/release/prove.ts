import { bookPath, type Handbook, indexHandbook, makeMessage, type Tree } from '@octavo/core';
import type { PressFormat, Proof } from '@octavo/press';
import { holdToSchema } from '@octavo/press/documents';
import { verify } from '@octavo/verify';
import { othersOf } from '../pressing/others-of.ts';
import { shippedFiles } from '../pressing/shipped-files.ts';

/**
 * Reads every format of a finished tree back and compares it with the handbook. Returns parity.json and a
 * refusal for each difference.
 */
export async function prove(
  handbook: Handbook,
  formats: readonly PressFormat[],
  { paths, read }: Tree,
): Promise<Proof> {
  // The lists are written last, because they list the proof too; pages that link to them are right.
  const lists = ['manifest.json', 'SHA256SUMS'].map((path) => bookPath(handbook, path));
  const parity = await verify({
    files: { paths: [...paths, ...lists], read },
    handbook,
    formats: formats.map(({ name }) => name),
    others: othersOf(formats),
    shipped: await shippedFiles(),
  });
  holdToSchema('parity.json', 'parity', parity);
  const content = new TextEncoder().encode(`${JSON.stringify(parity, null, 2)}\n`);
  const { entry } = indexHandbook(handbook);
  return {
    files: [{ path: 'parity.json', mediaType: 'application/json', content }],
    objections: parity.differences.map((difference) =>
      makeMessage('formats-agree', {
        at: (difference.entry === undefined ? undefined : entry.get(difference.entry)?.source) ?? {
          path: 'handbook.yaml',
        },
        reason: `${difference.file}: ${difference.message}`,
        note: `What was built differs from the source (${difference.subject}). This is a bug of Octavo: please report it with the entry.`,
      }),
    ),
  };
}
