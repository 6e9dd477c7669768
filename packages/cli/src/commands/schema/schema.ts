import { resolve } from 'node:path';
import { entrySchema, schemaTools } from '@octavo/core';
import { assemble, read } from '@octavo/core/read';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { usage } from '../../command-line/usage.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readSchemas } from '../../disk/own-files.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { EXIT, type ExitCode, type Failure, failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { table } from '../../table.ts';
import type { SchemaOptions } from './command.ts';

/**
 * `octavo schema`: prints a JSON Schema as it is published, or the names of all schemas. That of entries knows the own
 * fields of the handbook.
 */
export async function schema(
  { positionals: [given = '', path = '.'] }: Call<SchemaOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const schemas = await readSchemas();
  if (given === '') {
    const rows = [...schemas].map(([name, text]) => [name, descriptionOf(text)]);
    const width = io.stdout.isTTY ? io.stdout.columns : undefined;
    for (const line of table(rows, { width })) io.stdout.write(`${line}\n`);
    return EXIT.ok;
  }
  const name = given.replace(/\.schema\.json$/, '');
  const text = schemas.get(name);
  if (text === undefined)
    return usage(
      `there is no schema "${name}"${didYouMean(name, [...schemas.keys()])}`,
      '"octavo schema" lists them.',
    );
  const own = name === 'entry' ? await ownSchema(path, io) : undefined;
  if (isFailure(own)) return own;
  io.stdout.write(own === undefined ? text : `${JSON.stringify(own, null, 2)}\n`);
  return EXIT.ok;
}

/** The schema of a handbook's entries; undefined where there is no handbook, or none with a types.yaml. */
async function ownSchema(path: string, io: Io): Promise<object | Failure | undefined> {
  const found = findHandbook(path, io.cwd);
  const files = isFailure(found) ? found : await readHandbook(resolve(io.cwd, found));
  // Whoever names no handbook may have none.
  if (isFailure(files)) return path === '.' ? undefined : files;
  const sources = read(files, { tools: await schemaTools(files) });
  const faulty = [sources.types, sources.handbook].find((one) =>
    one?.file.messages.some(({ fatal }) => fatal === true),
  );
  if (faulty)
    return failure(EXIT.content, `${faulty.file.path} has errors`, 'Run "octavo check" and mend them first.');
  const { types, chapters } = assemble(sources)?.handbook ?? {};
  return types && entrySchema(types, chapters?.length ?? 0);
}

function descriptionOf(text: string): string {
  const { description } = JSON.parse(text) as { readonly description?: string };
  return description ?? '';
}
