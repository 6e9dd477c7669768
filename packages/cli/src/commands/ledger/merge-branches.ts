import { join, relative } from 'node:path';
import { counted, instant } from '@octavo/core';
import { mergeLedger } from '@octavo/press/release';
import { didYouMean } from '../../command-line/nearest-word.ts';
import type { LedgerOptions } from '../../commands.generated.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { editionFiles, ledgerPath } from '../../edition-files.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import { requireEdition } from '../../require-edition.ts';

/**
 * `octavo ledger merge`: accepts the releases of branches that did not know of each other, where they can stand
 * side by side, or tells each conflict with both sides. Nothing is written while there is a conflict; the file
 * that accepts them is written last.
 */
export async function mergeBranches(root: string, options: LedgerOptions, io: Io): Promise<ExitCode> {
  const { edition } = options;
  const all = await readHandbook(root);
  const ledgers = all.flatMap(({ path }) => /^releases\/(?!notices\/)([^/]+)\//.exec(path)?.[1] ?? []);
  const editions = [...new Set(ledgers)];
  requireEdition(editions, edition, 'ledger merge');
  if (edition !== undefined && !editions.includes(edition))
    misuse(
      `there is no ledger of an edition "${edition}"${didYouMean(edition, editions)}`,
      editions.length > 0 ? `There are ${editions.join(', ')}.` : 'No edition was released yet.',
    );
  const files = editionFiles(all, edition).filter(({ path }) => path.startsWith('releases/'));
  const merged = await mergeLedger(files, instant(io.today()));
  if (!merged) {
    reportDiagnostics(diagnosticsOf(files, relative(io.cwd, root).replaceAll('\\', '/')), options, io);
    return EXIT.content;
  }
  if (merged.conflicts.length > 0) {
    for (const { what, sides, remedy } of merged.conflicts)
      io.stderr.write(
        `${what} is two things:\n${sides.map(([version, said]) => `  ${version}: ${said}\n`).join('')}  ${remedy}\n`,
      );
    io.stderr.write(`not merged: ${counted(merged.conflicts.length, 'conflict')}; nothing was written\n`);
    return EXIT.refused;
  }
  const written = merged.files.map(([path, text]) => [join(root, ledgerPath(path, edition)), text] as const);
  for (const [path, text] of written) await writeAtomic(path, text);
  if (options.quiet) return EXIT.ok;
  io.stderr.write(
    merged.files.length === 0
      ? 'there is nothing to merge: the ledger has one end\n'
      : `merged: ${merged.ends.join(' and ')}; the next edition goes on from all of them\ncommit the ledger: ${written.map(([path]) => relative(io.cwd, path)).join(' ')}\n`,
  );
  return EXIT.ok;
}
