import { CACHING } from '../../command-line/caching.ts';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { CODE, formatsOption } from '../../command-line/formats-option.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Names } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';
import { IMPORTING } from '../../legacy/import-options.ts';

type Checking = { readonly to: Names };
export type CheckOptions = Checking &
  typeof CODE &
  typeof SOURCE &
  typeof IMPORTING &
  typeof CACHING &
  typeof REPORTING;

const CHECKING: Checking = {
  to: formatsOption('the formats that it is to be built into (default: those of handbook.yaml, or all)'),
};

/** `octavo check`. */
export const CHECK: Command = defineCommand<CheckOptions>({
  name: 'check',
  summary: 'every validation, no output',
  positionals: [HANDBOOK],
  options: { ...CHECKING, ...CODE, ...SOURCE, ...IMPORTING, ...CACHING, ...REPORTING },
  examples: ['octavo check content/my-handbook', 'octavo check --reporter github --fail-on warning'],
  load: async () => (await import('./check.ts')).check,
});
