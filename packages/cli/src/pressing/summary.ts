import { relative } from 'node:path';
import { counted, type Handbook } from '@octavo/core';
import type { PressFormat, WrittenFile } from '@octavo/press';
import { countedEntries } from '../counted.ts';

/** Says what was made and where, for people; paths are from the folder `base`. */
export function summary(
  handbook: Handbook,
  formats: readonly PressFormat[],
  out: string,
  files: readonly WrittenFile[],
  milliseconds: number,
  base: string,
): string {
  const entries = handbook.chapters.reduce((count, chapter) => count + chapter.entries.length, 0);
  const folder = relative(base, out) || '.';
  const rows = formats.flatMap(({ name, mainFile }) => {
    const own = files.filter((file) => file.format === name);
    const main = mainFile(handbook);
    if (own.length === 0) return [];
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    return [
      `  ${name.padEnd(7)} ${`${folder}/${main}`.padEnd(64)} ${size(bytes).padStart(9)}  ${counted(own.length, 'file')}`,
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

/** Says which of the requested formats were not built; empty when all were. */
export function notBuilt(wanted: readonly string[], built: readonly PressFormat[]): string {
  const holds = built.map(({ name }) => name);
  const absent = wanted.filter((name) => !holds.includes(name));
  if (absent.length === 0) return '';
  return `not built: ${absent.join(', ')} (the errors above say why); the folder holds ${holds.join(', ')}\n`;
}
