import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';
import type { Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type MigrateOptions = {
  readonly write: Flag;
  readonly back: Flag;
  readonly types: Text;
  readonly 'no-color': Flag;
};

/** `octavo migrate`. */
export const MIGRATE: Command = defineCommand<MigrateOptions>({
  name: 'migrate',
  summary: 'bring the front matter of all entries from one types.yaml to the next',
  positionals: [
    { name: 'migration', help: 'a YAML file: "steps:", and "types:" with the types.yaml that is to be' },
    HANDBOOK,
  ],
  options: {
    write: { kind: 'flag', help: 'change the files (without it, the changes are printed as a patch)' },
    back: { kind: 'flag', help: 'undo the steps, the last one first' },
    types: {
      kind: 'text',
      hint: 'file',
      help: 'the types.yaml that is to be, where the migration names none or goes back',
    },
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo migrate to-2027.yaml content/my-handbook',
    'octavo migrate to-2027.yaml content/my-handbook --write',
  ],
  load: async () => (await import('./migrate.ts')).migrate,
});
