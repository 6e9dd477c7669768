import type { Status } from '@octavo/core';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Choice, Choices, Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

/** Options that say which entries are printed, and how. */
type Listing = {
  readonly format: Choice<'table' | 'json' | 'csv'>;
  readonly chapter: Text;
  readonly topic: Text;
  readonly status: Choices<Status>;
  readonly text: Text;
  readonly unapproved: Flag;
  readonly lenient: Flag;
  readonly 'no-color': Flag;
};
export type ListOptions = Listing;

/** `octavo list`. */
export const LIST: Command = defineCommand<ListOptions>({
  name: 'list',
  summary: 'the entries of a handbook, drafts too',
  positionals: [HANDBOOK],
  options: {
    format: { kind: 'choice', of: ['table', 'json', 'csv'], default: 'table', help: 'how they are printed' },
    chapter: { kind: 'text', hint: 'id', help: 'of this chapter' },
    topic: { kind: 'text', hint: 'id', help: 'with this topic, or one below it' },
    status: {
      kind: 'choices',
      of: ['draft', 'active', 'deprecated', 'withdrawn'],
      help: 'with one of these (default: all)',
    },
    text: { kind: 'text', hint: 'words', help: 'whose question or answer holds all of these words' },
    unapproved: { kind: 'flag', help: 'that nobody has approved as they stand, prose pages and terms too' },
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo list content/my-handbook',
    'octavo list --status draft,deprecated --format csv > entries.csv',
    'octavo list --text "late event" --format json | jq ".[].number"',
    'octavo list --unapproved',
  ],
  load: async () => (await import('./list.ts')).list,
});
