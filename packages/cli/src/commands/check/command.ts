import { CACHING } from '../../command-line/caching.ts';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type CheckOptions = typeof SOURCE & typeof CACHING & typeof REPORTING;

/** `octavo check`. */
export const CHECK: Command = defineCommand<CheckOptions>({
  name: 'check',
  summary: 'every validation, no output',
  positionals: [HANDBOOK],
  options: { ...SOURCE, ...CACHING, ...REPORTING },
  examples: ['octavo check content/my-handbook', 'octavo check --reporter github --fail-on warning'],
  load: async () => (await import('./check.ts')).check,
});
