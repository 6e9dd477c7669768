import { waysToRead } from '@octavo/verify';
import { strFromU8, unzipSync } from 'fflate';

/** Lines with fewer letters may stand anywhere. */
const LEAST = 12;

/** What is looked for: words as their letters alone, however they are spaced, marked up or escaped. */
export type Needles = readonly string[];

/** The lines of texts that are long enough to tell where they come from, and words of any length. */
export function needlesOf(texts: readonly string[], words: readonly string[]): Needles {
  const lines = texts.flatMap((text) => text.split('\n')).map(lettersOf);
  return [...new Set([...lines.filter((line) => line.length >= LEAST), ...words.map(lettersOf)])];
}

/** Those of some texts that are long enough to tell where they come from. */
export function needleTexts(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => lettersOf(text).length >= LEAST);
}

/** Letters and digits in one case: what is left of a text without white space, signs and markup. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}

/** Whether a file, or a file in an archive, holds one of the words, in its name or in any of its bytes. */
export function holds(path: string, bytes: Uint8Array, needles: Needles): boolean {
  if (needles.length === 0) return false;
  if (found(path, needles)) return true;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    return Object.entries(unzipped(bytes)).some(([name, inner]) => holds(name, inner, needles));
  return found(strFromU8(bytes), needles);
}

function found(text: string, needles: Needles): boolean {
  return waysToRead(text).some((way) => {
    const letters = lettersOf(way);
    return needles.some((needle) => letters.includes(needle));
  });
}

/** An archive that cannot be read is searched as it is. */
function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return { damaged: bytes.subarray(4) };
  }
}
