import type { AttributedString, Attributes, Run } from '@react-pdf/textkit';
import type { Face } from '../fonts/face.ts';
import type { TextRun } from './text-run.ts';

/** textkit drops attributes it does not know; `link` may hold anything, and carries the run it came from. */
export interface SetRun extends Omit<Run, 'attributes'> {
  readonly attributes: Omit<Attributes, 'link' | 'font'> & {
    readonly link: TextRun;
    readonly font: readonly Face[];
  };
}

export interface SetString extends Omit<AttributedString, 'runs'> {
  readonly runs: readonly SetRun[];
}
