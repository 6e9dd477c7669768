import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Count, Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type ExemplarsOptions = typeof SOURCE & {
  readonly out: Text;
  readonly seed: Count;
  readonly 'no-color': Flag;
};

/** `octavo exemplars`. */
export const EXEMPLARS: Command = defineCommand<ExemplarsOptions>({
  name: 'exemplars',
  summary: 'entries that show what the handbook accepts, and others with one fault each and its message',
  positionals: [HANDBOOK],
  options: {
    out: { kind: 'text', hint: 'folder', help: 'a new folder for them (default: exemplars)' },
    seed: {
      kind: 'count',
      hint: 'number',
      help: 'another choice of values; the same seed gives the same bytes',
    },
    drafts: SOURCE.drafts,
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo exemplars content/my-handbook',
    'octavo exemplars --out ../consumer/test/exemplars --seed 7',
  ],
  load: async () => (await import('./exemplars.ts')).exemplars,
});
