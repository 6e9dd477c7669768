import type { Steps } from '@octavo/press';
import type { Stream } from '../io.ts';
import type { Listener, Span } from './progress.ts';

/** Prints a line for each stage when it is done: for logs, where nothing can be redrawn. */
export function plainLines(stream: Stream): Listener {
  /** By the outermost part of the work. */
  const steps = new Map<Span, Steps>();
  return {
    began: () => {},
    stepped: (span, newest) => {
      steps.set(outermost(span), newest);
    },
    ended: (span, milliseconds) => {
      if (span.parent) return;
      const last = steps.get(span);
      const count = last ? `, ${last.total.toLocaleString('en-GB')} ${last.unit}` : '';
      stream.write(`${span.name}: ${(milliseconds / 1000).toFixed(1)} s${count}\n`);
    },
  };
}

function outermost(span: Span): Span {
  return span.parent ? outermost(span.parent) : span;
}
