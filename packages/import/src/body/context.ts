import type { FootnoteDefinition } from 'mdast';
import type { ImageFound } from '../assign/images.ts';
import type { LinkContext } from '../assign/resolve-link.ts';
import type { FindingKind } from '../model/finding.ts';

/** What making an answer out of found blocks needs, and where it says what it did. */
export interface BodyContext extends LinkContext {
  readonly image: (url: string) => ImageFound;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly tell: (
    kind: FindingKind,
    severity: 'error' | 'warning' | 'info',
    line: number,
    reason: string,
    note?: string,
  ) => void;
}
