import type { Stream } from '../io.ts';
import type { Listener, Steps } from './progress.ts';

/** A line for each stage when it is done: for logs, where nothing can be drawn again. */
export function plainLines(stream: Stream): Listener {
  let last: Steps | undefined;
  return {
    began: (span) => {
      if (!span.parent) last = undefined;
    },
    stepped: (_span, steps) => {
      last = steps;
    },
    ended: (span, milliseconds) => {
      if (span.parent) return;
      const count = last ? `, ${last.total.toLocaleString('en-GB')} ${last.unit}` : '';
      stream.write(`${span.name}: ${(milliseconds / 1000).toFixed(1)} s${count}\n`);
    },
  };
}
