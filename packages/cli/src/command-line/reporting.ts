import type { Choice, Flag, Values } from './option.ts';

export type ReporterName = 'pretty' | 'json' | 'sarif' | 'github';

/** Options of every command that reports messages. */
export const REPORTING: {
  readonly reporter: Choice<ReporterName>;
  readonly 'fail-on': Choice<'error' | 'warning'>;
  readonly quiet: Flag;
  readonly 'no-color': Flag;
} = {
  reporter: {
    kind: 'choice',
    of: ['pretty', 'json', 'sarif', 'github'],
    default: 'pretty',
    help: 'how messages are printed',
  },
  'fail-on': {
    kind: 'choice',
    of: ['error', 'warning'],
    default: 'error',
    help: 'what makes the command fail',
  },
  quiet: { kind: 'flag', short: 'q', help: 'errors only' },
  'no-color': { kind: 'flag', help: 'no colour (also: the variable NO_COLOR)' },
};

/** How messages are to be reported. */
export type Reporting = Values<typeof REPORTING>;
