import anyAscii from 'any-ascii';

const LIKE_A_NUMBER = /^q?\d+(?:-?[a-z]{1,2})?$/;
const MAX = 60;

/** A slug of a text: its words in ASCII, joined by hyphens, cut at a word after 60 characters; undefined when nothing is left. */
export function slugOf(text: string): string | undefined {
  const words = anyAscii(text.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, MAX) : `${slug}-${word}`;
    if (longer.length > MAX) break;
    slug = longer;
  }
  if (slug === '') return undefined;
  return LIKE_A_NUMBER.test(slug) ? `n-${slug}` : slug;
}

/** Whether a text can be an id as it is. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 120 && !LIKE_A_NUMBER.test(text);
}

/** Whether a text can be an alias: an address of its own, and none that a program drew by lot. */
export function isAlias(text: string): boolean {
  const isRandom = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
  return !isRandom && text.length <= 200 && /^[\p{L}\p{N}]+(?:[-._~][\p{L}\p{N}]+)*$/u.test(text);
}

/** Gives out names once each, whatever their case: the second `about` is `about-2`. */
export function namer(reserved: Iterable<string> = []): (wanted: string) => string {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    for (let count = next.get(wanted) ?? 2; taken.has(name.toLowerCase()); count++) {
      name = `${wanted.slice(0, 110)}-${count}`;
      next.set(wanted, count + 1);
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

/** The anchor that GitHub gives a heading: lower case, punctuation gone, spaces as hyphens. */
export function githubAnchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

/** Returns the anchor that Pandoc, kramdown and docutils give a heading: ASCII letters and digits with single hyphens. */
export function plainAnchor(heading: string): string {
  return anyAscii(heading)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
