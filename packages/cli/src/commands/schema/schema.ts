import { resolve } from 'node:path';
import { entrySchema, schemaTools } from '@octavo/core';
import { assemble, read } from '@octavo/core/read';
import type { VFile } from 'vfile';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import type { SchemaOptions } from '../../commands.generated.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readSchemas } from '../../disk/own-files.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { EXIT, type ExitCode, Failure, fail, misuse, outcomeOf } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { table } from '../../table.ts';

/**
 * `octavo schema`: prints a JSON Schema as it is published, or the names of all schemas. That of entries knows the own
 * fields of the handbook.
 */
export async function schema(
  { positionals: [given = '', path = '.'] }: Call<SchemaOptions>,
  io: Io,
): Promise<ExitCode> {
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
    misuse(
      `there is no schema "${name}"${didYouMean(name, [...schemas.keys()])}`,
      '"octavo schema" lists them.',
    );
  const own = name === 'entry' ? await ownSchema(path, io) : undefined;
  io.stdout.write(own === undefined ? text : `${JSON.stringify(own, null, 2)}\n`);
  return EXIT.ok;
}

/** The schema of a handbook's entries; undefined where there is no handbook, or none with a types.yaml. */
async function ownSchema(path: string, io: Io): Promise<object | undefined> {
  const files = await outcomeOf(handbookAt(path, io));
  // Whoever names no handbook may have none.
  if (files instanceof Failure && path === '.') return undefined;
  if (files instanceof Failure) throw files;
  const sources = read(files, { tools: await schemaTools(files) });
  const faulty = [sources.types, sources.handbook].find((one) =>
    one?.file.messages.some(({ fatal }) => fatal === true),
  );
  if (faulty) fail(EXIT.content, `${faulty.file.path} has errors`, 'Run "octavo check" and mend them first.');
  const { types, chapters } = assemble(sources)?.handbook ?? {};
  return types && entrySchema(types, chapters?.length ?? 0);
}

async function handbookAt(path: string, io: Io): Promise<readonly VFile[]> {
  return readHandbook(resolve(io.cwd, findHandbook(path, io.cwd)));
}

function descriptionOf(text: string): string {
  const { description } = JSON.parse(text) as { readonly description?: string };
  return description ?? '';
}
