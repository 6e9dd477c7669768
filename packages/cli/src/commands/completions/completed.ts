import type { Command, Positional } from '../../command-line/command.ts';
import type { Option } from '../../command-line/option.ts';
import { PROGRAM_OPTIONS } from '../../command-line/parse.ts';

/** What may stand in a place: one of a few words (or several, separated by commas), a path, or anything. */
export type Candidates =
  | { readonly kind: 'words'; readonly of: readonly string[]; readonly several: boolean }
  | { readonly kind: 'folder' }
  | { readonly kind: 'anything' };

/** Returns what may follow an option; undefined for a flag. */
export function argumentOf(option: Option): Candidates | undefined {
  switch (option.kind) {
    case 'flag':
      return undefined;
    case 'choice':
      return { kind: 'words', of: option.of, several: false };
    case 'choices':
    case 'names':
      return { kind: 'words', of: option.of, several: true };
    case 'text':
    case 'texts':
      return option.hint === 'folder' || option.hint === 'file' ? { kind: 'folder' } : { kind: 'anything' };
    case 'count':
      return { kind: 'anything' };
  }
}

/** Returns what may stand where a command takes a word. */
export function wordOf({ name, of }: Positional): Candidates {
  if (of) return { kind: 'words', of, several: false };
  return name === 'path' || name === 'folder' || name === 'source'
    ? { kind: 'folder' }
    : { kind: 'anything' };
}

/** The options of a command and of the program, by name. */
export function optionsOf(command: Command): readonly (readonly [name: string, option: Option])[] {
  return Object.entries({ ...command.options, ...PROGRAM_OPTIONS });
}
