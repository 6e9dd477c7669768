import { type Command, defineCommand } from '../../command-line/command.ts';
import { CODE, formatsOption } from '../../command-line/formats-option.ts';
import { SOURCE } from '../../command-line/handbook-path.ts';
import type { Names, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

/** Options that say what is compared with what. */
type Comparing = { readonly source: Text; readonly to: Names; readonly out: Text };
export type VerifyOptions = Comparing & typeof CODE & typeof SOURCE & typeof REPORTING;

const COMPARING: Comparing = {
  source: {
    kind: 'text',
    hint: 'folder',
    help: 'compare with this handbook (default: with the handbook.json of the build)',
  },
  to: formatsOption('the formats to read back (default: all that were built)'),
  out: {
    kind: 'text',
    hint: 'file',
    help: 'where to write parity.json (default: stdout, when it is no terminal)',
  },
};

/** `octavo verify`. */
export const VERIFY: Command = defineCommand<VerifyOptions>({
  name: 'verify',
  summary: 'read a built folder back and say where a format differs from the handbook',
  positionals: [{ name: 'folder', help: 'what octavo build or octavo release made' }],
  options: { ...COMPARING, ...CODE, ...SOURCE, ...REPORTING },
  examples: [
    'octavo verify dist/my-handbook/preview',
    'octavo verify dist/my-handbook/preview --source content/my-handbook --out parity.json',
    'octavo verify dist/my-handbook/2026.1 --to pdf --reporter github',
  ],
  load: async () => (await import('./verify.ts')).verify,
});
