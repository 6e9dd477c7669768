import anyAscii from 'any-ascii';

const LONGEST = 60;

/** A text as a slug: lower-case Latin letters, digits, single hyphens; empty when it has neither letters nor digits. */
export function slug(text: string): string {
  const words = anyAscii(text.normalize('NFKC'))
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
