import { type Command, defineCommand } from '../../command-line/command.ts';
import type { Choice, Flag, Text } from '../../command-line/option.ts';
import { IMPORTING } from '../../legacy/import-options.ts';

type Writing = {
  readonly out: Text;
  readonly 'fetch-images': Flag;
  readonly reporter: Choice<'pretty' | 'json'>;
  readonly quiet: Flag;
};
export type ImportCommandOptions = Writing & typeof IMPORTING;

const WRITING: Writing = {
  out: { kind: 'text', hint: 'folder', help: 'where to write (default: a folder named after the handbook)' },
  'fetch-images': {
    kind: 'flag',
    help: 'copies images that lie elsewhere into the handbook, over the network (each is listed)',
  },
  reporter: { kind: 'choice', of: ['pretty', 'json'], default: 'pretty', help: 'how the report is printed' },
  quiet: { kind: 'flag', short: 'q', help: 'errors only' },
};

/** `octavo import`. */
export const IMPORT: Command = defineCommand<ImportCommandOptions>({
  name: 'import',
  summary: 'an existing FAQ into canonical entries, with a report',
  positionals: [
    {
      name: 'source',
      help: 'a document (Markdown, text, HTML, CSV, JSON, YAML, reStructuredText, AsciiDoc, Org, Word, EPUB) or a folder of them',
    },
  ],
  options: { ...WRITING, ...IMPORTING },
  examples: [
    'octavo import FAQ.md',
    'octavo import faq.html --out content/faq --base https://example.org/faq/',
    'octavo import old.txt --questions number --chapters "1-20=Basics" --chapters "21-40=Advanced"',
  ],
  load: async () => (await import('./import.ts')).importCommand,
});
