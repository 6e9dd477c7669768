import { conflictSides } from './conflict-sides.ts';

/**
 * Merges a log of approvals in which git has left a conflict: the lines of both sides, each once, in order.
 * No line is changed, because each names the line that it follows. Returns undefined when the text contains
 * no conflict.
 */
export function mergeApprovals(text: string): string | undefined {
  const sides = conflictSides(text);
  if (!sides) return undefined;
  const lines = new Set(
    sides
      .join('\n')
      .split('\n')
      .filter((line) => line !== ''),
  );
  return `${[...lines].join('\n')}\n`;
}
