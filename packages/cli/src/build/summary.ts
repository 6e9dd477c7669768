import { relative } from 'node:path';
import { bookPath, counted, type Format, type Handbook } from '@octavo/core';
import { countedEntries } from '../counted.ts';
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
      `  ${format.padEnd(7)} ${`${folder}/${main}`.padEnd(64)} ${size(bytes).padStart(9)}  ${counted(own.length, 'file')}`,
    ];
  });
  return [
    `${handbook.title} ${handbook.edition.version}: ${countedEntries(entries)} in ${counted(handbook.chapters.length, 'chapter')}`,
    ...rows,
    `built in ${(milliseconds / 1000).toFixed(1)} s`,
    '',
  ].join('\n');
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Which of the wanted formats were not built; empty when all were. */
export function notBuilt(wanted: readonly Format[], built: readonly Format[]): string {
  const absent = wanted.filter((format) => !built.includes(format));
  if (absent.length === 0) return '';
  return `not built: ${absent.join(', ')} (the errors above say why); the folder holds ${built.join(', ')}\n`;
}
