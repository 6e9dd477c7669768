import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { usage } from '../../command-line/usage.ts';
import type { SchemaOptions } from '../../commands.generated.ts';
import { readSchemas } from '../../disk/own-files.ts';
import { EXIT, type ExitCode, type Failure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { table } from '../../table.ts';

/** `octavo schema`: prints a JSON Schema as it is published, or the names of all schemas. */
export async function schema(
  { positionals: [given = ''] }: Call<SchemaOptions>,
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
  io.stdout.write(text);
  return EXIT.ok;
}

function descriptionOf(text: string): string {
  const { description } = JSON.parse(text) as { readonly description?: string };
  return description ?? '';
}
