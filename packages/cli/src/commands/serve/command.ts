import type { Format } from '@octavo/core';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Choices, Count, Flag } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

type Serving = { readonly port: Count; readonly open: Flag; readonly to: Choices<Format> };
export type ServeOptions = Serving & typeof SOURCE & typeof REPORTING;

const SERVING: Serving = {
  port: { kind: 'count', hint: 'n', help: 'the port (default: 4000, or the next that is free)' },
  open: { kind: 'flag', help: 'open the browser' },
  to: {
    kind: 'choices',
    of: ['html', 'pdf', 'epub', 'jsonld'],
    help: 'the formats; all but HTML are built in the background (default: all)',
  },
};

/** `octavo serve`. */
export const SERVE: Command = defineCommand<ServeOptions>({
  name: 'serve',
  summary: 'show the handbook in the browser, and every save at once',
  positionals: [HANDBOOK],
  options: { ...SERVING, ...SOURCE, ...REPORTING },
  examples: ['octavo serve content/my-handbook --open', 'octavo serve --to html --drafts --port 8080'],
  load: async () => (await import('./serve.ts')).serve,
});
