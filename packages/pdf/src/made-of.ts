import type { Handbook } from '@octavo/core';
import type { Attachment } from './paint/attachment.ts';
import { STANDARDS } from './standard.ts';

/**
 * The files that a PDF holds so that the handbook can be made of it again: the data of handbook.json and the
 * pictures. None where the standard has no place for them, where the book does not want them, or where it is
 * redlined, for then it is printed from two handbooks.
 */
export function madeOf(source: Handbook, pictures: ReadonlyMap<string, Uint8Array>): readonly Attachment[] {
  const { standard, attach = true } = source.settings.pdf;
  const { attachments } = STANDARDS[standard];
  const isWanted = attach && attachments !== 'none' && !source.redline;
  if (!isWanted && attachments !== 'always') return [];
  const data: Attachment = {
    ...{ key: 'handbook.json', name: 'handbook.json', mediaType: 'application/json' },
    description: 'The handbook as data',
    bytes: Buffer.from(`${JSON.stringify(source, null, 2)}\n`, 'utf8'),
  };
  const images = isWanted ? source.images : [];
  const held = images.flatMap(({ path, mediaType, sha256 }): readonly Attachment[] => {
    const bytes = pictures.get(path);
    const key = `picture-${sha256}`;
    return bytes ? [{ key, name: path, mediaType, description: 'A picture of the handbook', bytes }] : [];
  });
  // Two pictures may be the same.
  const byKey = new Map(held.map((one) => [one.key, one]));
  return [data, ...[...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))];
}
