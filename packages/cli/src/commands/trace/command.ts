import { type Command, defineCommand } from '../../command-line/command.ts';
import { HANDBOOK, SOURCE } from '../../command-line/handbook-path.ts';
import type { Choice, Flag, Text } from '../../command-line/option.ts';
import { REPORTING } from '../../command-line/reporting.ts';

export type TraceOptions = {
  readonly page: Text;
  readonly in: Text;
  readonly format: Choice<'text' | 'json'>;
  readonly lenient: Flag;
  readonly 'no-color': Flag;
};

/** `octavo trace`. */
export const TRACE: Command = defineCommand<TraceOptions>({
  name: 'trace',
  summary: 'where an entry or a page comes from, and where it went in each format',
  positionals: [
    { name: 'entry', default: '', help: 'its number, id or alias; nothing with --page' },
    HANDBOOK,
  ],
  options: {
    page: { kind: 'text', hint: 'label', help: 'what stands on this page of the PDF: 57, or iv' },
    in: { kind: 'text', hint: 'folder', help: 'a built or released folder (default: dist/<id>/preview)' },
    format: { kind: 'choice', of: ['text', 'json'], default: 'text', help: 'how it is printed' },
    lenient: SOURCE.lenient,
    'no-color': REPORTING['no-color'],
  },
  examples: [
    'octavo trace 618 content/my-handbook',
    'octavo trace --page 57',
    'octavo trace 618 --in dist/my-handbook/2026.1 --format json',
  ],
  load: async () => (await import('./trace.ts')).trace,
});
