import type { DeclaredFormat } from '@octavo/core';
import { nearest } from '@octavo/core';
import { formatFault } from '@octavo/press';
import type { VFileMessage } from 'vfile-message';
import { didYouMean } from './command-line/nearest-word.ts';
import { misuse } from './exit-code.ts';
import { type BookFormat, FORMAT_NAMES, FORMATS } from './formats.ts';
import { loadForeign } from './pressing/load-foreign.ts';

/** Returns the formats that `--to` names, in the order of the given list; all of them without `--to`. */
export function chooseFormats<Format extends Pick<BookFormat, 'name'>>(
  wanted: readonly string[] | undefined,
  formats: readonly Format[],
): readonly Format[] {
  if (!wanted) return formats;
  const names = formats.map(({ name }) => name);
  const wrong = wanted.find((name) => !names.includes(name));
  return wrong === undefined
    ? formats.filter(({ name }) => wanted.includes(name))
    : misuse(`--to cannot be "${wrong}"${didYouMean(wrong, names)}`, `One of ${names.join(', ')}.`);
}

/** The formats that a handbook is to be built into. */
export interface Chosen {
  readonly formats: readonly BookFormat[];
  /**
   * Why other formats that it asks for are missing. Faults in options are among the messages of
   * handbook.yaml.
   */
  readonly messages: readonly VFileMessage[];
  /** The missing formats, as handbook.yaml names them. */
  readonly failed: readonly string[];
}

/**
 * Returns the formats of a handbook that `--to` asks for. Formats from outside Octavo are included when their
 * code may run.
 */
export async function formatsOf(
  { formats: declared, root }: { readonly formats: readonly DeclaredFormat[]; readonly root: string },
  options: {
    readonly to: readonly string[] | undefined;
    readonly without?: readonly string[] | undefined;
    readonly 'allow-code': boolean;
  },
): Promise<Chosen> {
  const known: BookFormat[] = declared.length === 0 ? [...FORMATS] : [];
  const messages: VFileMessage[] = [];
  const failed: string[] = [];
  for (const one of declared) {
    const ours = FORMATS.find(({ name }) => name === one.use);
    // Only its module knows the name of a foreign format. When `--to` names only ours, no module is loaded.
    if (!ours && options.to?.every((name) => FORMAT_NAMES.includes(name))) continue;
    const taken = [...FORMAT_NAMES, 'data', 'tree', ...known.map(({ name }) => name)];
    const found = ours ? withoutOptions(ours, one) : await foreign(one);
    if (found && 'load' in found) known.push(found);
    else failed.push(one.use);
    if (found && 'reason' in found) messages.push(found);

    async function foreign(format: DeclaredFormat) {
      return options['allow-code'] ? loadForeign(format, root, taken) : notAllowed(format);
    }
  }
  // When some could not be loaded, an unknown name may belong to one of them.
  const wanted =
    failed.length > 0 ? options.to?.filter((name) => known.some((one) => one.name === name)) : options.to;
  const formats = chooseFormats(wanted, known);
  const left = formats.filter(({ name }) => !options.without?.includes(name));
  return { formats: left, messages, failed };
}

function withoutOptions(format: BookFormat, declared: DeclaredFormat): BookFormat | VFileMessage {
  if (declared.own === undefined) return format;
  const note = `Remove "options:"; what can be set is under "${format.name}:" in handbook.yaml, where it has settings.`;
  return formatFault('format-loads', declared, `${format.name} takes no options here`, note);
}

function notAllowed(declared: DeclaredFormat): VFileMessage {
  const near = declared.use.startsWith('.') ? undefined : nearest(declared.use, FORMAT_NAMES);
  return formatFault(
    'format-allowed',
    declared,
    `${declared.use} is no format of Octavo${near === undefined ? '' : ` (did you mean ${near}?)`}, and its code may not run`,
    'Where you trust it, give --allow-code: its code may then do whatever you may.',
  );
}
