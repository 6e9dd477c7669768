import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type ExportOptions = typeof SOURCE & { readonly out: Text; readonly 'no-color': Flag };

/** `octavo export`. */
export const EXPORT: Command = defineCommand<ExportOptions>({
  name: 'export',
  summary: 'all entries as one Markdown document',
  positionals: [HANDBOOK],
  options: {
    out: { kind: 'text', hint: 'file', help: 'where to write it (default: stdout)' },
    drafts: { ...SOURCE.drafts, help: 'drafts too' },
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo export content/my-handbook > my-handbook.md',
    'octavo export --out ../translation/de.md',
  ],
  load: async () => (await import('./export.ts')).exportHandbook,
});
