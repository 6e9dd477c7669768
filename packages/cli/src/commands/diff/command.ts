import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';
import type { Choice } from '../../command-line/option.ts';

type Comparing = { readonly format: Choice<'md' | 'json' | 'html'> };
export type DiffOptions = Comparing;

const EDITION = 'a released version, a built folder, or a handbook folder as it is now';

/** `octavo diff`. */
export const DIFF: Command = defineCommand<DiffOptions>({
  name: 'diff',
  summary: 'what changed between two editions, word by word',
  positionals: [
    { name: 'from', help: EDITION },
    { name: 'to', help: EDITION },
    { ...HANDBOOK, help: 'the handbook whose versions are meant (default: the current folder)' },
  ],
  options: {
    format: { kind: 'choice', of: ['md', 'json', 'html'], default: 'md', help: 'what to print' },
  },
  examples: [
    'octavo diff 2026.1 2026.2 content/my-handbook',
    'octavo diff 2026.2 . --format html > changes.html',
    'octavo diff dist/my-handbook/2026.1 dist/my-handbook/preview --format json',
  ],
  load: async () => (await import('./diff.ts')).diff,
});
