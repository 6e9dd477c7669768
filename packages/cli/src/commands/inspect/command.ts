import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Flag } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type InspectOptions = typeof SOURCE & { readonly 'no-color': Flag };

/** `octavo inspect`. */
export const INSPECT: Command = defineCommand<InspectOptions>({
  name: 'inspect',
  summary: 'the resolved configuration and the graph of entries, as JSON',
  positionals: [HANDBOOK],
  options: { ...SOURCE, 'no-color': REPORTING['no-color'] },
  examples: [
    'octavo inspect content/my-handbook',
    'octavo inspect | jq ".settings.pdf"',
    'octavo inspect | jq -r ".entries[] | select(.backlinks == []) | .number"',
  ],
  load: async () => (await import('./inspect.ts')).inspect,
});
