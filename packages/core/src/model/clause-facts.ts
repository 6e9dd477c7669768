/** What an item is as a clause: a part of an answer with a label and an address of its own. */
export interface ClauseFacts {
  /** What a clause begins with, as printed: `(b)`, `2)`, `iv.`. */
  readonly label?: string;
  /** The address of a clause in its entry: the words of its labels from the outermost in, `(2)(b)`. */
  readonly clause?: string;
  /** Of a clause: addresses that it once had, and at which nothing stands now. */
  readonly formerly?: readonly string[];
  /** The clause was taken away: `(c) [deleted]`. Its label is never used again. */
  readonly withdrawn?: true;
  /** Of a clause that was taken away: the address at which its words stand now. */
  readonly movedTo?: string;
}
