import type { Handbook, Ledger } from '@octavo/core';
import { earlierHandbook, type History } from '@octavo/press/history';
import type { Chosen } from '../../choose-formats.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { EXIT, fail, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { tellRetracted } from '../../tell-retracted.ts';

/** Finds the release that `--redline` names. The command ends where there is none, and where the ledger has lost words of it. */
export function earlierOf(
  version: string | undefined,
  handbook: Handbook,
  { ledger, words, notices }: History,
  io: Io,
): Handbook | undefined {
  if (version === undefined) return undefined;
  const versions = ledger.map((release) => release.version);
  if (versions.length === 0)
    misuse(
      `"${handbook.id}" has no release, so no change can be marked since "${version}"`,
      'Build without --redline; octavo release makes the first release.',
    );
  const release = ledger.find((one) => one.version === version);
  if (!release)
    misuse(
      `there is no release "${version}"${didYouMean(version, versions)}`,
      `Released are ${versions.join(', ')}.`,
    );
  tellRetracted(release.version, notices, io);
  const { handbook: earlier, lost } = earlierHandbook(handbook, release, words);
  if (lost.length > 0)
    fail(
      EXIT.content,
      `release ${version} kept no words of ${lost.join(', ')}, so no change in them can be marked`,
      insteadOf(version, ledger),
    );
  return earlier;
}

/** Ends the command because nothing has changed since an edition. */
export function nothingMarked({ edition: { version } }: Handbook, { ledger }: History): never {
  misuse(
    `nothing has changed since release ${version}: there is nothing to mark`,
    insteadOf(version, ledger),
  );
}

function insteadOf(version: string, ledger: Ledger): string {
  const others = ledger.map((release) => release.version).filter((one) => one !== version);
  return others.length > 0 ? `Give another release: ${others.join(', ')}.` : 'Build without --redline.';
}

/** The formats that show text: statements about the work, and code from outside Octavo, know no marks. */
export function markable({ formats, ...chosen }: Chosen, asked: readonly string[] | undefined): Chosen {
  const not = formats.filter(({ statements, foreign }) => statements || foreign);
  const wrong = not.find(({ name }) => asked?.includes(name));
  if (wrong)
    misuse(
      `${wrong.name} is not made of a redline, or of what the ledger keeps of an edition`,
      'HTML, PDF and EPUB can.',
    );
  return { ...chosen, formats: formats.filter((format) => !not.includes(format)) };
}
