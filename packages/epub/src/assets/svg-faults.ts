const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/<(?:\w+:)?script[\s/>]/i, 'a script'],
  [/\son[a-z]+\s*=\s*["']/i, 'an event handler'],
  [/javascript:/i, 'a javascript: address'],
  [/(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\//i, 'a link to a remote resource'],
  [/url\(\s*["']?\s*(?:https?:)?\/\//i, 'a remote resource'],
  [/<(?:\w+:)?foreignObject[\s/>]/i, 'a foreignObject'],
  [/<!ENTITY/i, 'an entity declaration'],
];

/** What makes an SVG unfit for a book that is closed and inert: each named once, none for a clean one. */
export function svgFaults(svg: string): readonly string[] {
  return FAULTS.filter(([pattern]) => pattern.test(svg)).map(([, name]) => name);
}
