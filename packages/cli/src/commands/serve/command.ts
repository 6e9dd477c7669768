import { type Command, defineCommand } from '../../command-line/command.ts';
import { CODE, formatsOption } from '../../command-line/formats-option.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Count, Flag, Names } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

type Serving = { readonly port: Count; readonly open: Flag; readonly to: Names };
export type ServeOptions = Serving & typeof CODE & typeof SOURCE & typeof REPORTING;

const SERVING: Serving = {
  port: { kind: 'count', hint: 'n', help: 'the port (default: 4000, or the next that is free)' },
  open: { kind: 'flag', help: 'open the browser' },
  to: formatsOption(
    'the formats; all but HTML are built in the background (default: those of handbook.yaml, or all)',
  ),
};

/** `octavo serve`. */
export const SERVE: Command = defineCommand<ServeOptions>({
  name: 'serve',
  summary: 'show the handbook in the browser, and every save at once',
  positionals: [HANDBOOK],
  options: { ...SERVING, ...CODE, ...SOURCE, ...REPORTING },
  examples: ['octavo serve content/my-handbook --open', 'octavo serve --to html --drafts --port 8080'],
  load: async () => (await import('./serve.ts')).serve,
});
