import { didYouMean } from './command-line/nearest-word.ts';
import { usage } from './command-line/usage.ts';
import type { Failure } from './exit-code.ts';
import type { BookFormat } from './formats.ts';

/** The formats that `--to` names, of those that there are and in their order; all of them when it is not given. */
export function chooseFormats<Format extends Pick<BookFormat, 'name'>>(
  wanted: readonly string[] | undefined,
  formats: readonly Format[],
): readonly Format[] | Failure {
  if (!wanted) return formats;
  const names = formats.map(({ name }) => name);
  const wrong = wanted.find((name) => !names.includes(name));
  return wrong === undefined
    ? formats.filter(({ name }) => wanted.includes(name))
    : usage(`--to cannot be "${wrong}"${didYouMean(wrong, names)}`, `One of ${names.join(', ')}.`);
}
