import { type Command, defineCommand } from '../../command-line/command.ts';
import type { Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type InventoryOptions = { readonly handbook: Text } & typeof REPORTING;

/** `octavo inventory update`. */
export const INVENTORY: Command = defineCommand<InventoryOptions>({
  name: 'inventory',
  summary: 'take the inventories of other handbooks and volumes anew, from where handbook.yaml says',
  positionals: [
    { name: 'update', help: 'the word "update"' },
    { name: 'name', default: '', help: 'the prefix of one inventory (default: all of them)' },
  ],
  options: {
    handbook: {
      kind: 'text',
      hint: 'folder',
      help: 'the handbook whose inventories they are (default: the current folder)',
    },
    ...REPORTING,
  },
  examples: ['octavo inventory update', 'octavo inventory update etl-guide --handbook content/my-handbook'],
  load: async () => (await import('./inventory.ts')).inventory,
});
