import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';
import type { Text } from '../../command-line/option.ts';

export type NewOptions = { readonly chapter: Text; readonly type: Text };

/** `octavo new`. */
export const NEW: Command = defineCommand<NewOptions>({
  name: 'new',
  summary: 'begin an entry: a draft with a number that is free',
  positionals: [
    { name: 'number', help: 'its number for life: 701, or 634A between 634 and 635' },
    { name: 'question', help: 'one line, in quotes' },
    HANDBOOK,
  ],
  options: {
    type: { kind: 'text', hint: 'name', help: 'a type of types.yaml (default: question)' },
    chapter: { kind: 'text', hint: 'id', help: 'the chapter (default: that of its neighbours by number)' },
  },
  examples: [
    'octavo new 701 "What is a late event?"',
    'octavo new 634A "How are keys rotated?" content/my-handbook --chapter security',
  ],
  load: async () => (await import('./new.ts')).newEntry,
});
