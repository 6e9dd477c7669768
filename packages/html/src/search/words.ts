import { staticModule } from '../static-file.ts';

/** The words of a text, as the search sees them: the very function that the browser runs. */
export const words: (text: string) => string[] = staticModule('words.cjs') as (text: string) => string[];
