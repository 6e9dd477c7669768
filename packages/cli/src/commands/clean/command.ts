import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK } from '../../command-line/handbook-path.ts';

/** `octavo clean`. */
export const CLEAN: Command = defineCommand<Record<never, never>>({
  name: 'clean',
  summary: 'remove what builds keep for later ones; what was built stays',
  positionals: [HANDBOOK],
  options: {},
  examples: ['octavo clean content/my-handbook'],
  load: async () => (await import('./clean.ts')).clean,
});
