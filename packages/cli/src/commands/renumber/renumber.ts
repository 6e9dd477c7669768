import { rename } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { counted, numberKey, schemaTools } from '@octavo/core';
import { assemble, read } from '@octavo/core/read';
import { checkAfter, filesWith } from '../../book-after.ts';
import type { Call } from '../../command-line/command.ts';
import type { RenumberOptions } from '../../commands.generated.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { table } from '../../table.ts';
import { type Plan, planOf, type Rewritten } from './plan.ts';
import { readMapping } from './read-mapping.ts';
import { relinked } from './relinked.ts';

/**
 * `octavo renumber`: what a mapping of numbers changes; with `--write` it changes it. The book as it would be
 * is checked first: with an error in it nothing is written. A run that was killed is finished by the same one.
 */
export async function renumber(
  { positionals: [given = '', named = '.'], options }: Call<RenumberOptions>,
  io: Io,
): Promise<ExitCode> {
  const mapping = readMapping(resolve(io.cwd, given), given);
  const path = findHandbook(named, io.cwd);
  const root = resolve(io.cwd, path);
  const files = await readHandbook(root);
  const tools = await schemaTools(files);
  const sources = read(files, { tools });
  const book = assemble(sources);
  if (!book) misuse('the handbook cannot be read', 'Run "octavo check" and mend it first.');
  const plan = planOf(book, sources, mapping);
  const changed = relinked([...(plan.handbook ? [plan.handbook] : []), ...plan.entries], files);
  const gone = new Set(changed.map(({ from }) => from));
  const after = filesWith(
    files.filter((file) => !gone.has(file.path)),
    new Map(changed.map(({ to, text }) => [to, text])),
  );
  const prefix = relative(io.cwd, root).split(sep).join('/');
  await checkAfter(after, prefix, { ...options, lenient: false }, io);
  if (options.write) for (const file of changed) await rewrite(root, file);
  io.stdout.write(plan.entries.length === 0 ? '' : `${table(rowsOf(plan)).join('\n')}\n`);
  io.stderr.write(said(plan, options.write));
  return EXIT.ok;
}

/** First to its new place, then in its new words: at no moment are there two files of one entry. */
async function rewrite(root: string, { from, to, text }: Rewritten): Promise<void> {
  if (from !== to) await rename(join(root, from), join(root, to));
  await writeAtomic(join(root, to), text);
}

function rowsOf({ entries }: Plan): readonly (readonly string[])[] {
  return entries.map(({ old, number, from, to }) => [
    old,
    number,
    numberKey(old) === numberKey(number) ? 'same address' : 'the old address leads on',
    from === to ? from : `${from} → ${to}`,
  ]);
}

function said({ entries, handbook }: Plan, written: boolean): string {
  if (entries.length === 0 && !handbook) return 'nothing is to be done\n';
  const what = `${counted(entries.length, 'number')}${handbook ? ' and handbook.yaml' : ''}`;
  return written
    ? `${what} changed; old numbers are aliases. Links to them go on working. Run "octavo check"\n`
    : `${what} would change; "--write" does it\n`;
}
