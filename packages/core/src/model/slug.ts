import { inAscii } from './in-ascii.lazy.ts';

const LONGEST = 60;

/** A text as a slug: lower-case Latin letters, digits, single hyphens; empty when it has neither letters nor digits. */
export function slug(text: string): string {
  const normal = text.normalize('NFKC');
  const words = (/[^\0-\x7f]/.test(normal) ? inAscii(normal) : normal)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let joined = words[0]?.slice(0, LONGEST) ?? '';
  for (const word of words.slice(1)) {
    if (joined.length + 1 + word.length > LONGEST) break;
    joined += `-${word}`;
  }
  return joined;
}
