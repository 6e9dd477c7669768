import type { Scalar } from 'yaml';
import type { Finding } from '../message/make-message.ts';

/**
 * Reports a value that is cut off by "#", which begins a comment in YAML after a space: `What is rule #1?`
 * becomes "What is rule". A "#" followed by a space is taken for a real comment, unless it ends the question.
 */
export function tellCut(
  { type, range, value }: Scalar,
  text: string,
  tell: (offset: number, finding: Finding) => void,
): void {
  if (type !== 'PLAIN' || !range || typeof value !== 'string' || !/\p{L}/u.test(value)) return;
  const [, gap = '', cut] = /^([ \t]+)(#[^\n]*)/.exec(text.slice(range[1], range[1] + 300)) ?? [];
  if (
    cut === undefined ||
    !(/^#[^\s#]/.test(cut) || (/[?\uff1f]\s*$/.test(cut) && !/[?\uff1f]$/.test(value)))
  )
    return;
  const shown = value.length > 60 ? `…${value.slice(-59)}` : value;
  tell(range[1] + gap.length, {
    reason: `the value ends with "${shown}": behind a space, "#" begins a comment in YAML`,
    actual: cut.trim(),
    expected: `quotes around a value that holds " #": ${JSON.stringify(`${shown} ${cut.trim()}`)}`,
    note: 'If it is a comment, put a space behind the "#".',
  });
}
