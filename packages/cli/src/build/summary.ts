import { relative } from 'node:path';
import { bookPath, counted, type Handbook } from '@octavo/core';
import type { WrittenFile } from './tally.ts';

/** What was made and where, for people; paths from the folder `base`. */
export function summary(
  handbook: Handbook,
  out: string,
  files: readonly WrittenFile[],
  milliseconds: number,
  base: string,
): string {
  const entries = handbook.chapters.reduce((count, chapter) => count + chapter.entries.length, 0);
  const folder = relative(base, out) || '.';
  const rows = (['html', 'pdf', 'epub', 'jsonld'] as const).flatMap((format) => {
    const own = files.filter((file) => file.format === format);
    const main = bookPath(handbook, format === 'html' ? 'index.html' : `${handbook.id}.${format}`);
    if (own.length === 0) return [];
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    return [
      `  ${format.padEnd(7)} ${`${folder}/${main}`.padEnd(64)} ${size(bytes).padStart(9)}  ${own.length} ${own.length === 1 ? 'file' : 'files'}`,
    ];
  });
  return [
    `${handbook.title} ${handbook.edition.version}: ${counted(entries, 'entry', 'entries')} in ${counted(handbook.chapters.length, 'chapter')}`,
    ...rows,
    `built in ${(milliseconds / 1000).toFixed(1)} s`,
    '',
  ].join('\n');
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
