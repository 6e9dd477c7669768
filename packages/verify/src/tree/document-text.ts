import { entryNodes, type Handbook, prosePages, walk } from '@octavo/core';

/** Every value of a JSON document, with the way to it. */
export function flat(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? [] : [`${path}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, one]) => flat(one, `${path}/${key}`));
}

/** Markdown's escapes taken away. */
export function unescaped(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Every address that a handbook names. */
export function addressesIn(handbook: Handbook): ReadonlySet<string> {
  const bodies = [
    ...handbook.chapters.flatMap(({ entries }) => entries.flatMap(entryNodes)),
    ...prosePages(handbook).flatMap((page) => [...page.body, ...page.footnotes]),
    ...handbook.glossary.flatMap(({ definition }) => definition),
  ];
  return new Set([...walk(bodies)].flatMap((node) => (node.type === 'link' ? [node.url] : [])));
}
