import { rename } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { counted, loadHandbook, numberKey, schemaTools } from '@octavo/core';
import { assemble, read } from '@octavo/core/read';
import { VFile } from 'vfile';
import type { Call } from '../../command-line/command.ts';
import { usage } from '../../command-line/usage.ts';
import type { RenumberOptions } from '../../commands.generated.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import { table } from '../../table.ts';
import { type Plan, planOf, type Rewritten } from './plan.ts';
import { readMapping } from './read-mapping.ts';

/**
 * `octavo renumber`: what a mapping of numbers changes; with `--write` it changes it. The book as it would be
 * is checked first: with an error in it nothing is written. A run that was killed is finished by the same one.
 */
export async function renumber(
  { positionals: [given = '', named = '.'], options }: Call<RenumberOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const mapping = readMapping(resolve(io.cwd, given), given);
  if (isFailure(mapping)) return mapping;
  const path = findHandbook(named, io.cwd);
  if (isFailure(path)) return path;
  const root = resolve(io.cwd, path);
  const files = await readHandbook(root);
  if (isFailure(files)) return files;
  const tools = await schemaTools(files);
  const sources = read(files, { tools });
  const book = assemble(sources);
  if (!book) return usage('the handbook cannot be read', 'Run "octavo check" and mend it first.');
  const plan = planOf(book, sources, mapping);
  if (isFailure(plan)) return plan;
  const changed = [...(plan.handbook ? [plan.handbook] : []), ...plan.entries];
  const after = filesAfter(files, changed);
  const { handbook } = loadHandbook(after, { drafts: true, tools });
  if (!handbook) {
    const reporting = { ...options, reporter: 'pretty', 'fail-on': 'error', quiet: true } as const;
    reportDiagnostics(diagnosticsOf(after, relative(io.cwd, root).split(sep).join('/')), reporting, io);
    io.stderr.write('the book would have these errors: nothing was written\n');
    return EXIT.content;
  }
  if (options.write) for (const file of changed) await rewrite(root, file);
  io.stdout.write(plan.entries.length === 0 ? '' : `${table(rowsOf(plan)).join('\n')}\n`);
  io.stderr.write(said(plan, options.write));
  return EXIT.ok;
}

function filesAfter(files: readonly VFile[], changed: readonly Rewritten[]): readonly VFile[] {
  const by = new Map(changed.map((one) => [one.from, one]));
  return files.map((file) => {
    const one = by.get(file.path);
    const value = one ? Buffer.from(one.text) : file.value;
    return new VFile({ path: one?.to ?? file.path, value });
  });
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
