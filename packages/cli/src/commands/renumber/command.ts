import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';
import type { Flag } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type RenumberOptions = { readonly write: Flag; readonly 'no-color': Flag };

/** `octavo renumber`. */
export const RENUMBER: Command = defineCommand<RenumberOptions>({
  name: 'renumber',
  summary: 'give entries other numbers, or the book another grammar; old numbers become aliases',
  positionals: [
    { name: 'mapping', help: 'a YAML file: "numbers:" and "entries:" from old to new' },
    HANDBOOK,
  ],
  options: {
    write: { kind: 'flag', help: 'change the files (without it, what would be changed is said)' },
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo renumber mapping.yaml content/my-handbook',
    'octavo renumber mapping.yaml content/my-handbook --write',
  ],
  load: async () => (await import('./renumber.ts')).renumber,
});
