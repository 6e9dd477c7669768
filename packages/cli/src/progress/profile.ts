import { type Listener, pathOf, type Span } from './progress.ts';

/** A measurement of where the time went. */
export interface Profile {
  readonly listener: Listener;
  /** For people: a line for each part, with its time and its share of the whole. */
  readonly table: () => string;
  /** For programs: each part by its name and those of the parts that it is in (`pdf/write`), as they began. */
  readonly phases: () => readonly Phase[];
}

/** A part of the work, and how long it took. */
export interface Phase {
  readonly name: string;
  readonly milliseconds: number;
}

interface Timed {
  readonly span: Span;
  milliseconds: number;
}

/** Starts to measure. It slows nothing down except for reading the clock. */
export function startProfile(): Profile {
  const timed = new Map<Span, Timed>();
  const top = () => [...timed.values()].filter(({ span }) => !span.parent);
  return {
    listener: {
      began: (span) => timed.set(span, { span, milliseconds: 0 }),
      stepped: () => {},
      ended: (span, milliseconds) => {
        const item = timed.get(span);
        if (item) item.milliseconds = milliseconds;
      },
    },
    phases: () =>
      [...timed.values()].map(({ span, milliseconds }) => ({
        name: pathOf(span).join('/'),
        milliseconds: Math.round(milliseconds),
      })),
    table: () => {
      // Parts that run side by side add up to more than the whole.
      const starts = top().map(({ span }) => span.started);
      const ends = top().map(({ span, milliseconds }) => span.started + milliseconds);
      const whole = starts.length === 0 ? 0 : Math.max(...ends) - Math.min(...starts);
      const rowsIn = (parent: Span | undefined): string[] =>
        [...timed.values()].flatMap(({ span, milliseconds }) => {
          if (span.parent !== parent) return [];
          const name = `${'  '.repeat(pathOf(span).length - 1)}${span.name}`;
          return [row(name, milliseconds, whole), ...rowsIn(span)];
        });
      const rows = rowsIn(undefined);
      return `${[...rows, row('all', whole, whole)].join('\n')}\n`;
    },
  };
}

function row(name: string, milliseconds: number, whole: number): string {
  const share = whole === 0 ? 0 : (milliseconds / whole) * 100;
  return `  ${name.padEnd(24)} ${milliseconds.toFixed(0).padStart(8)} ms ${share.toFixed(0).padStart(4)} %`;
}
