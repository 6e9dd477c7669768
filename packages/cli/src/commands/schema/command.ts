import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';

export type SchemaOptions = Readonly<Record<never, never>>;

/** `octavo schema`. */
export const SCHEMA: Command = defineCommand<SchemaOptions>({
  name: 'schema',
  summary: 'the JSON Schema of a source file or a document, or the list of them',
  positionals: [
    { name: 'name', default: '', help: 'handbook, entry, …; without it they are listed' },
    { ...HANDBOOK, help: `${HANDBOOK.help}; of entry: with the fields of its types.yaml` },
  ],
  options: {},
  examples: [
    'octavo schema',
    'octavo schema handbook > handbook.schema.json',
    'octavo schema entry content/my-handbook',
  ],
  load: async () => (await import('./schema.ts')).schema,
});
