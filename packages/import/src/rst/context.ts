import type { FootnoteDefinition, RootContent } from 'mdast';
import type { DroppedKind } from '../model/found.ts';
import type { RstNames } from './inline.ts';

/** What reading a run of lines needs and fills. */
export interface RstContext {
  readonly names: RstNames;
  /** Reads lines as blocks; `line` is that of the first. */
  readonly blocks: (lines: readonly string[], line: number) => RootContent[];
  readonly drop: (what: DroppedKind, text: string, line: number) => void;
  readonly footnotes: Map<string, FootnoteDefinition>;
  readonly depthOf: (kind: string) => 1 | 2 | 3 | 4 | 5 | 6;
}
