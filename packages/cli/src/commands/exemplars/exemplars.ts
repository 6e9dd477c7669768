import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { counted, schemaTools } from '@octavo/core';
import { makeExemplars } from '@octavo/core/exemplars';
import { read } from '@octavo/core/read';
import type { Call } from '../../command-line/command.ts';
import type { ExemplarsOptions } from '../../commands.generated.ts';
import { refuseSealed } from '../../disk/output-folder.ts';
import { isOutside } from '../../disk/paths.ts';
import { writeNewFile } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';

/**
 * `octavo exemplars`: writes a handbook of valid exemplars (`handbook/`), the files of those with a fault (`faulty/`),
 * and exemplars.json, which says what each shows and what its message is.
 */
export async function exemplars(
  { positionals: [path = '.'], options }: Call<ExemplarsOptions>,
  io: Io,
): Promise<ExitCode> {
  const out = options.out ?? 'exemplars';
  const target = resolve(io.cwd, out);
  if (existsSync(target)) misuse(`"${out}" exists already`, 'Give another folder with --out.');
  refuseSealed(target);
  const loaded = await loadSound(path, options, io);
  const { handbook, files, root } = loaded;
  if (!isOutside(root, target))
    misuse(
      `"${out}" lies in the handbook`,
      'Give a folder outside of it with --out: what lies in it is read.',
    );
  const tools = await schemaTools(files);
  const seed = options.seed ?? 1;
  const made = makeExemplars(read(files, { tools }), tools, seed);
  const list = {
    schemaVersion: 1,
    id: handbook.id,
    seed,
    beside: made.beside,
    exemplars: made.exemplars.map(({ text: _text, ...exemplar }) => exemplar),
    notes: made.notes,
  };
  const faulty = made.exemplars.filter(({ kind }) => kind === 'faulty');
  const written = new Map([
    ...[...made.book].map(([name, text]) => [`handbook/${name}`, text] as const),
    ...faulty.map(({ path: name, text }) => [`faulty/${name}`, text] as const),
    ['exemplars.json', `${JSON.stringify(list, undefined, 2)}\n`],
  ]);
  for (const [name, text] of written) {
    await writeNewFile(join(target, name), text);
  }
  const sound = made.exemplars.length - faulty.length;
  io.stdout.write(`${out}: ${counted(sound, 'valid exemplar')}, ${faulty.length} with a fault\n`);
  for (const note of made.notes) io.stderr.write(`${note}\n`);
  return EXIT.ok;
}
