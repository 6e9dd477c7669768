import type { Format } from '@octavo/core';
import { CACHING } from '../../command-line/caching.ts';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Choices } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

type Checking = { readonly to: Choices<Format> };
export type CheckOptions = Checking & typeof SOURCE & typeof CACHING & typeof REPORTING;

const CHECKING: Checking = {
  to: {
    kind: 'choices',
    of: ['html', 'pdf', 'epub', 'jsonld'],
    help: 'the formats that it is to be built into (default: all)',
  },
};

/** `octavo check`. */
export const CHECK: Command = defineCommand<CheckOptions>({
  name: 'check',
  summary: 'every validation, no output',
  positionals: [HANDBOOK],
  options: { ...CHECKING, ...SOURCE, ...CACHING, ...REPORTING },
  examples: ['octavo check content/my-handbook', 'octavo check --reporter github --fail-on warning'],
  load: async () => (await import('./check.ts')).check,
});
