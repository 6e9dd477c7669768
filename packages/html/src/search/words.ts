import { staticModule } from '../static-file.ts';

/** The words of a text, as the search sees them: the very function that the browser runs. */
export const words: Words = staticModule('words.cjs') as Words;

interface Words {
  (text: string): string[];
  /** Hits in the order to show: what is withdrawn comes last, unless its very number was asked for. */
  readonly order: <Hit extends { readonly id: string; readonly gone?: boolean }>(
    hits: readonly Hit[],
    wanted?: string,
  ) => Hit[];
}
