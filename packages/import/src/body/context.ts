import type { FootnoteDefinition } from 'mdast';
import type { FindingKind } from '../model/finding.ts';
import type { LinkContext } from './resolve-link.ts';

/** What an image's address stands for in the handbook. */
export type ImageFound =
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** What making an answer out of found blocks needs, and where it says what it did. */
export interface BodyContext extends LinkContext {
  readonly image: (url: string) => ImageFound;
  /** Tells the number of the entry that the source calls by a number. */
  readonly numberOf: (written: string) => string | undefined;
  /** Is told of each link of the source where it leads now. */
  readonly count: (link: 'entries' | 'addresses' | 'text') => void;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly tell: (
    kind: FindingKind,
    severity: 'error' | 'warning' | 'info',
    line: number,
    reason: string,
    note?: string,
  ) => void;
}
