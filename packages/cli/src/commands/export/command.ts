import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Choice, Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type ExportOptions = typeof SOURCE & {
  readonly out: Text;
  readonly to: Choice<'auto' | 'md' | 'docx' | 'xlsx' | 'csv'>;
  readonly 'no-color': Flag;
};

/** `octavo export`. */
export const EXPORT: Command = defineCommand<ExportOptions>({
  name: 'export',
  summary: 'all entries as one document for editors: Markdown, Word, Excel or CSV',
  positionals: [HANDBOOK],
  options: {
    to: {
      kind: 'choice',
      of: ['auto', 'md', 'docx', 'xlsx', 'csv'],
      default: 'auto',
      help: 'the kind of document; auto is that of the ending of --out, or else md',
    },
    out: { kind: 'text', hint: 'file', help: 'where to write it (default: stdout)' },
    drafts: { ...SOURCE.drafts, help: 'drafts too' },
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo export content/my-handbook > my-handbook.md',
    'octavo export --out ../translation/de.md',
    'octavo export --to docx --out review.docx',
  ],
  load: async () => (await import('./export.ts')).exportHandbook,
});
