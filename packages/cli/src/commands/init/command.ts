import { type Command, defineCommand } from '../../command-line/command.ts';
import type { Text } from '../../command-line/option.ts';

export type InitOptions = { readonly title: Text; readonly language: Text; readonly iri: Text };

/** `octavo init`. */
export const INIT: Command = defineCommand<InitOptions>({
  name: 'init',
  summary: 'begin a handbook: a sample to build, and to replace',
  positionals: [{ name: 'folder', help: 'an empty folder, or one that is not there yet' }],
  options: {
    title: { kind: 'text', hint: 'text', help: 'the title (default: the name of the folder)' },
    language: { kind: 'text', hint: 'tag', help: 'the language, such as en, pt-BR or zh-Hant (default: en)' },
    iri: {
      kind: 'text',
      hint: 'address',
      help: 'where the work lives for ever: https://…/ (default: an example)',
    },
  },
  examples: [
    'octavo init my-handbook',
    'octavo init kitchen --title "Questions from the Kitchen" --iri https://kitchen.example/',
  ],
  load: async () => (await import('./init.ts')).init,
});
