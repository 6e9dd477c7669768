import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runOctavo } from './run-octavo.ts';

/**
 * Runs the commands of a transcript (`$ octavo …`, and `cat`, `find`, `put`, `replace`, `rm` for what is
 * around them) and writes it again: stdout as it is, stderr behind `! `, an exit code other than 0 in
 * brackets. Lines that begin with `; ` stay.
 */
export async function transcript(text: string, folder: string): Promise<string> {
  const lines: string[] = [];
  let blank = false;
  for (const line of text.split('\n')) {
    if (/^[;$] /.test(line)) lines.push(...(blank ? [''] : []), line);
    if (line.startsWith('$ ')) lines.push(...(await run(line.slice(2), folder)));
    blank = line === '';
  }
  return `${lines.join('\n')}\n`;
}

async function run(line: string, folder: string): Promise<readonly string[]> {
  const [program = '', ...words] = split(line);
  const path = join(folder, words[0] ?? '');
  switch (program) {
    case 'octavo': {
      const { code, stdout, stderr } = await runOctavo(words, folder);
      const clean = (said: string) => steady(said, folder, '/folder');
      return [
        ...linesOf(clean(stdout)),
        ...linesOf(clean(stderr)).map((said) => `! ${said}`.trimEnd()),
        ...(code === 0 ? [] : [`[${code}]`]),
      ];
    }
    case 'cat':
      return existsSync(path) ? linesOf(await readFile(path, 'utf8')) : ['(no such file)'];
    case 'put':
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${words.slice(1).join('\n')}\n`);
      return [];
    case 'replace': {
      const before = await readFile(path, 'utf8');
      const [, from = '', to = ''] = words;
      if (!before.includes(from)) throw new Error(`${words[0]} does not hold ${from}`);
      await writeFile(path, before.replace(from, to));
      return [];
    }
    case 'rm':
      await rm(path, { recursive: true });
      return [];
    default:
      throw new Error(`the transcript cannot run "${program}"`);
  }
}

/** What a command said, without what differs from machine to machine and from day to day. */
export function steady(said: string, folder: string, shown: string): string {
  return said.replaceAll(folder, shown).replace(PROGRESS, '').replace(SIZES, ' …');
}

/** A line for each stage of long work. */
const PROGRESS = /^[\w-]+: [\d.]+ s\b.*\n/gm;

/** Bytes and files of a build change with every improvement. */
const SIZES = / +[\d.]+ [kM]B +\d+ files?$/gm;

/** Words as a shell splits them; quotes hold them together, `\n` in double quotes is a line end. */
export function split(line: string): readonly string[] {
  return [...line.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) =>
      double?.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter)) ??
      single ??
      bare ??
      '',
  );
}

export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replaceAll('\r', '\\r').replace(/\n+$/, '').split('\n');
}
