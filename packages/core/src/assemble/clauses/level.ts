import type { Block, List, ListItem } from '../../model/answer.ts';
import type { Reading } from './label.ts';
import type { Found } from './lines.ts';

type Growing<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** A list of clauses that the text is in, and the latest of them. */
export interface Level {
  reading: Reading;
  found: Found;
  /** What the list stands among. */
  readonly around: Block[];
  /** Undefined where other text has come since: the next clause begins a list again. */
  list: (Growing<List> & { children: ListItem[] }) | undefined;
  /** What the latest clause says. */
  inside: Block[];
}

/** One column is carelessness, and numbers that end in one column stand one below the other. */
export function isLeftOf(found: Found | undefined, level: Pick<Level, 'found'> | undefined): boolean {
  if (!found || !level) return false;
  return found.column < level.found.column - 1 && found.end !== level.found.end;
}
