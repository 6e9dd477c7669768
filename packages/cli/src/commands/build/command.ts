import { CACHING } from '../../command-line/caching.ts';
import { type Command, defineCommand } from '../../command-line/command.ts';
import { CODE, formatsOption } from '../../command-line/formats-option.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Count, Names, OptionalText, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';
import { FORMATS } from '../../formats.ts';
import { IMPORTING } from '../../legacy/import-options.ts';

/** Options that say what a build makes. */
type Making = {
  readonly to: Names;
  readonly without: Names;
  readonly out: Text;
  readonly jobs: Count;
  readonly explain: Text;
  readonly profile: OptionalText;
};
export type BuildOptions = Making &
  typeof CODE &
  typeof SOURCE &
  typeof IMPORTING &
  typeof CACHING &
  typeof REPORTING;

const MAKING: Making = {
  to: formatsOption('the formats to build (default: those of handbook.yaml, or all)'),
  without: formatsOption('formats to leave out'),
  out: { kind: 'text', hint: 'folder', help: 'where to build (default: dist/<id>/preview)' },
  profile: {
    kind: 'optional-text',
    hint: 'file',
    implied: 'octavo-profile.json',
    help: 'say where the time went, and write a Chrome trace (octavo-profile.json)',
  },
  jobs: {
    kind: 'count',
    hint: 'n',
    help: 'how many threads lay out chapters (default: 1; of 2,000 files or more one a core, at most 4)',
  },
  explain: { kind: 'text', hint: 'number', help: 'say why an entry was made anew' },
};

/** `octavo build`. */
export const BUILD: Command = defineCommand<BuildOptions>({
  name: 'build',
  summary: `check, then compile into ${FORMATS.map(({ title }) => title).join(', ')}`,
  positionals: [HANDBOOK],
  options: { ...MAKING, ...CODE, ...SOURCE, ...IMPORTING, ...CACHING, ...REPORTING },
  examples: [
    'octavo build content/my-handbook',
    'octavo build --to pdf,epub --out /tmp/book',
    'octavo build --drafts',
    'octavo build FAQ.md --questions h3',
  ],
  load: async () => (await import('./build.ts')).build,
});
