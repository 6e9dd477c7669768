import { resolve } from 'node:path';
import { counted, type Format } from '@octavo/core';
import { holdToSchema } from '@octavo/press/documents';
import { verify as compare, type Parity } from '@octavo/verify';
import type { VFileMessage } from 'vfile-message';
import type { Call } from '../../command-line/command.ts';
import type { VerifyOptions } from '../../commands.generated.ts';
import { countedEntries } from '../../counted.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { refuseSealed } from '../../disk/output-folder.ts';
import { type BookTree, readBookTree } from '../../disk/read-tree.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { shippedFiles } from '../../pressing/shipped-files.ts';
import { leakMessages } from '../../release/leak-messages.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import { VERSION } from '../../version.ts';
import { parityDiagnostics } from './parity-diagnostics.ts';
import { type Build, readBuild } from './read-build.ts';

/**
 * `octavo verify`: reads a built folder back and compares it with the handbook. Every difference is a
 * diagnostic, and the exit code is then 1.
 */
export async function verify(
  { positionals: [folder = ''], options }: Call<VerifyOptions>,
  io: Io,
): Promise<ExitCode> {
  if (options.out !== undefined) refuseSealed(resolve(io.cwd, options.out));
  const tree = await readBookTree(folder, io.cwd);
  const build = await readBuild(tree, folder, options, io);
  const { handbook, formats, generator, others, released } = build;
  const shipped = generator === VERSION ? await shippedFiles() : undefined;
  const parity = await compare({
    files: tree,
    handbook,
    formats,
    others,
    ...(released ? { released } : {}),
    ...(shipped ? { shipped } : {}),
  });
  holdToSchema('parity.json', 'parity', parity);
  const text = `${JSON.stringify(parity, null, 2)}\n`;
  if (options.out !== undefined)
    await writeAtomic(resolve(io.cwd, options.out), new TextEncoder().encode(text));
  else if (options.reporter === 'pretty' && !io.stdout.isTTY) io.stdout.write(text);
  const leaks = await leaksIn(build, tree, options);
  const found = [...parityDiagnostics(parity, tree.top), ...diagnosticsOf([], build.prefix ?? '', leaks)];
  reportDiagnostics(found, options, io);
  if (options.reporter === 'pretty' && !options.quiet) io.stderr.write(summary(parity, formats));
  return parity.agrees && leaks.length === 0 ? EXIT.ok : EXIT.content;
}

/** What only excluded parts of the book say, in the tree of an edition; nothing for a whole book. */
async function leaksIn(
  { whole, published, ledger = [], handbook: edition }: Build,
  files: BookTree,
  options: VerifyOptions,
): Promise<readonly VFileMessage[]> {
  if (options.edition === undefined || !whole) return [];
  const shipped = (await shippedFiles()).keys();
  return leakMessages({ ...whole, name: options.edition, edition, files, published, ledger, shipped });
}

function summary(parity: Parity, formats: readonly Format[]): string {
  const { entries, differences, agrees, edition, id, notLookedAt } = parity;
  const read = formats.filter((name) => parity.formats.some(({ format }) => format === name));
  const what = `${id} ${edition.version}: ${countedEntries(entries.length)} read back from ${read.join(', ') || 'no format'}`;
  const count = counted(differences.length, 'difference');
  const unseen = notLookedAt.map(({ format, what: one }) => `  ${format}: ${one}`).join('\n');
  return `${what}, ${agrees ? 'all as the handbook has them' : count}\nNot looked at:\n${unseen}\n`;
}
