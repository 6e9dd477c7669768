import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { counted, schemaTools } from '@octavo/core';
import { read } from '@octavo/core/read';
import { createTwoFilesPatch } from 'diff';
import { VFile } from 'vfile';
import { checkAfter, filesWith } from '../../book-after.ts';
import type { Call } from '../../command-line/command.ts';
import type { MigrateOptions } from '../../commands.generated.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { migratedMatter } from './migrate-matter.ts';
import { backward, readMigration } from './read-migration.ts';
import type { Step } from './step.ts';

/** A file as it was and as it is to be. */
interface Changed {
  readonly path: string;
  readonly was: string;
  readonly text: string;
}

/**
 * `octavo migrate`: what the steps of a migration change in the front matter of all entries, as a patch; with `--write`
 * it changes it. The book as it would be is checked first: with an error in it nothing is written. A run that was
 * interrupted is finished by the same one: types.yaml is written last.
 */
export async function migrate(
  { positionals: [given = '', named = '.'], options }: Call<MigrateOptions>,
  io: Io,
): Promise<ExitCode> {
  const migration = readMigration(resolve(io.cwd, given), given);
  if (migration instanceof VFile) endWithErrors({ files: [migration], prefix: '' }, options, io);
  const steps = options.back ? backward(migration.steps) : migration.steps;
  const path = findHandbook(named, io.cwd);
  const root = resolve(io.cwd, path);
  const files = await readHandbook(root);
  const types = nextTypes(migration.types, resolve(io.cwd, given), options.types, io.cwd, options.back);
  const changed = changesOf(files, await schemaTools(files), steps, types);
  const after = filesWith(files, new Map(changed.map((one) => [one.path, one.text])));
  const prefix = relative(io.cwd, root).split(sep).join('/');
  await checkAfter(after, prefix, { ...options, lenient: false }, io);
  if (options.write) for (const one of changed) await writeAtomic(join(root, one.path), one.text);
  else for (const { path: name, was, text } of changed) io.stdout.write(patchOf(name, was, text));
  const what = counted(changed.length, 'file');
  io.stderr.write(
    changed.length === 0
      ? 'nothing is to be done\n'
      : options.write
        ? `${what} changed. Run "octavo check"\n`
        : `${what} would change; "--write" does it\n`,
  );
  return EXIT.ok;
}

/** The text of the types.yaml that is to be: the option's, or the migration's own; undefined where it stays. */
function nextTypes(
  own: string | undefined,
  migration: string,
  given: string | undefined,
  cwd: string,
  back: boolean,
): string | undefined {
  const path = given === undefined ? own && !back && resolve(dirname(migration), own) : resolve(cwd, given);
  if (!path) return undefined;
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : misuse(`there is no file "${given ?? own}"`, 'It is the types.yaml that is to be.');
}

function changesOf(
  files: readonly VFile[],
  tools: Awaited<ReturnType<typeof schemaTools>>,
  steps: readonly Step[],
  types: string | undefined,
): readonly Changed[] {
  const entries = read(files, { tools }).entries;
  const changed: Changed[] = [];
  for (const { file, text, matter } of entries) {
    try {
      // The last line of front matter ends where the fence begins.
      const now = text.replace(matter, () => migratedMatter(`${matter}\n`, steps).slice(0, -1));
      if (now !== text) changed.push({ path: file.path, was: text, text: now });
    } catch (error) {
      misuse(
        `${file.path}: ${error instanceof Error ? error.message : String(error)}`,
        'Nothing was written. Mend the entry, or give it a step of its own.',
      );
    }
  }
  const was = files.find(({ path }) => path === 'types.yaml');
  if (types !== undefined && was && String(was) !== types)
    changed.push({ path: 'types.yaml', was: String(was), text: types });
  return changed;
}

/** A change as a patch that `git apply` reads. */
function patchOf(name: string, was: string, text: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, was, text, '', '', { context: 2 }).replace(
    /^=+\n/,
    '',
  );
}
