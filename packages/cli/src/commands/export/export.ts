import { dirname, relative, resolve, sep } from 'node:path';
import type { Call } from '../../command-line/command.ts';
import type { ExportOptions } from '../../commands.generated.ts';
import { countedEntries } from '../../counted.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { oneDocument } from './one-document.ts';

/** `octavo export`: every entry in reading order as one Markdown document, to a file or stdout. */
export async function exportHandbook(
  { positionals: [path = '.'], options }: Call<ExportOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const loaded = await loadSound(path, options, io);
  if (typeof loaded === 'number' || isFailure(loaded)) return loaded;
  const { root, handbook, files } = loaded;
  const target = options.out === undefined ? undefined : resolve(io.cwd, options.out);
  // Images stay where they are: the document refers to them from its own place.
  const home = target === undefined ? '' : relative(dirname(target), root).split(sep).join('/');
  const text = oneDocument(handbook, files, home);
  if (target === undefined) io.stdout.write(text);
  else {
    await writeAtomic(target, new TextEncoder().encode(text));
    const count = handbook.chapters.reduce((sum, chapter) => sum + chapter.entries.length, 0);
    io.stderr.write(`${options.out}: ${countedEntries(count)}\n`);
  }
  return EXIT.ok;
}
