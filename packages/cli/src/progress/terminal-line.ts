import type { Steps } from '@octavo/press';
import type { Stream } from '../io.ts';
import { type Listener, pathOf, type Span } from './progress.ts';

/** Returns to the start of the line and empties it (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[2K';
/** The least time between two drawings, in milliseconds. */
const PACE = 80;
/** How long a part must have run before its remaining time is estimated, in milliseconds. */
const LONG = 1500;

/** Draws one line again and again in its place, and removes it when the work is done. */
export function terminalLine(stream: Stream, now: () => number): Listener {
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string) => {
    drawn = now();
    stream.write(CLEAR + shorten(text, stream.columns - 1));
  };
  return {
    began: (span) => draw(`${pathOf(span).join(' › ')} …`),
    stepped: (span, steps) => {
      const isLast = steps.done === steps.total;
      if (!isLast && now() - drawn >= PACE) draw(lineOf(span, steps, now() - span.started));
    },
    ended: (span) => {
      if (span.parent) draw(`${pathOf(span.parent).join(' › ')} …`);
      else stream.write(CLEAR);
    },
  };
}

/** `html › write  1,240 of 3,099 files  12 s left`. */
function lineOf(span: Span, { done, total, unit }: Steps, elapsed: number): string {
  const count = (number: number) => number.toLocaleString('en-GB');
  const counted = `${pathOf(span).join(' › ')}  ${count(done)} of ${count(total)} ${unit}`;
  if (elapsed < LONG || done === 0) return counted;
  const seconds = Math.round(((elapsed / done) * (total - done)) / 1000);
  return seconds < 1 ? counted : `${counted}  ${leftOf(seconds)} left`;
}

function leftOf(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return `${Math.round(seconds / 60)} min`;
}

function shorten(text: string, columns: number): string {
  const letters = [...text];
  return letters.length <= columns ? text : `${letters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
