import { dirname, relative, resolve, sep } from 'node:path';
import type { Call } from '../../command-line/command.ts';
import type { ExportOptions } from '../../commands.generated.ts';
import { countedEntries } from '../../counted.ts';
import { refuseSealed } from '../../disk/output-folder.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { EXPORT_KINDS, type ExportKind, exported } from './exported.ts';

/** `octavo export`: every entry in reading order as one document, to a file or stdout. */
export async function exportHandbook(
  { positionals: [path = '.'], options }: Call<ExportOptions>,
  io: Io,
): Promise<ExitCode> {
  const loaded = await loadSound(path, options, io);
  const { root, handbook } = loaded;
  const target = options.out === undefined ? undefined : resolve(io.cwd, options.out);
  if (target !== undefined) refuseSealed(target);
  // Images stay where they are: the document refers to them from its own place.
  const home = target === undefined ? '' : relative(dirname(target), root).split(sep).join('/');
  const kind = options.to === 'auto' ? (kindOf(options.out ?? '') ?? 'md') : options.to;
  if (target === undefined && (kind === 'docx' || kind === 'xlsx'))
    misuse(
      'this kind of document is no text for the terminal',
      'Say where it is to be written, such as --out review.docx.',
    );
  const bytes = await exported(kind, loaded, home);
  if (target === undefined) io.stdout.write(new TextDecoder().decode(bytes));
  else {
    await writeAtomic(target, bytes);
    const count = handbook.chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0);
    io.stderr.write(`${options.out}: ${countedEntries(count)}\n`);
  }
  return EXIT.ok;
}

/** The kind of document that a file's name asks for. */
export function kindOf(name: string): ExportKind | undefined {
  return EXPORT_KINDS.find((kind) => name.toLowerCase().endsWith(`.${kind}`));
}
