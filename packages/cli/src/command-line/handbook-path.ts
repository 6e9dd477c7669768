import type { Positional } from './command.ts';
import type { Flag, Values } from './option.ts';

/** The positional of every command that reads a handbook. */
export const HANDBOOK: Positional = {
  name: 'path',
  default: '.',
  help: 'the folder of a handbook, or its id (default: the current folder, or the one in content/)',
};

/** Options that say how a handbook is read. */
export const SOURCE: { readonly drafts: Flag; readonly lenient: Flag } = {
  drafts: { kind: 'flag', help: 'drafts too, watermarked' },
  lenient: { kind: 'flag', help: 'HTML that is not allowed stays as text, with a warning' },
};

/** How a handbook is to be read. */
export type SourceOptions = Values<typeof SOURCE>;
