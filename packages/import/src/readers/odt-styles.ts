/** What a style of an OpenDocument text makes of a paragraph or of words: itself, its parents, and how it looks. */
export interface OdtStyles {
  /** The names of a style and of those that it is made from, as people see them. */
  readonly namesOf: (style: string) => readonly string[];
  /** The elements of HTML that stand for how the words of a style look. */
  readonly marksOf: (style: string) => readonly string[];
  /** Whether lists of a style count at a depth, from 1. */
  readonly counts: (list: string, depth: number) => boolean;
}

/** How words look, and the element for it. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/fo:font-weight="(?:bold|[6-9]00)"/, 'b'],
  [/fo:font-style="(?:italic|oblique)"/, 'i'],
  [/style:text-line-through-style="(?!none)/, 's'],
  [/style:text-position="(?:super|[1-9])/, 'sup'],
  [/style:text-position="(?:sub|-)/, 'sub'],
  [/style:font-name="[^"]*(?:Mono|Courier|Consolas)/, 'code'],
];

/** Reads the styles of a document (OpenDocument 1.3, part 3, 16) from its two files of XML. */
export function odtStyles(xml: string): OdtStyles {
  const styles = new Map<string, { readonly parent: string; readonly marks: readonly string[] }>();
  for (const [, head = '', body = ''] of xml.matchAll(
    /<style:style\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/style:style>)/g,
  )) {
    const marks = LOOKS.flatMap(([form, element]) => (form.test(body) ? [element] : []));
    styles.set(attribute(head, 'style:name'), { parent: attribute(head, 'style:parent-style-name'), marks });
  }
  const counted = new Set<string>();
  for (const [, name = '', body = ''] of xml.matchAll(
    /<text:list-style\b[^>]*?style:name="([^"]*)"[^>]*>([\s\S]*?)<\/text:list-style>/g,
  ))
    for (const [, head = ''] of body.matchAll(/<text:list-level-style-number\b([^>]*)/g))
      if (attribute(head, 'style:num-format') !== '') counted.add(`${name} ${attribute(head, 'text:level')}`);
  const namesOf = (style: string): readonly string[] => {
    const names: string[] = [];
    for (let at = style; at !== '' && names.length < 20; at = styles.get(at)?.parent ?? '') names.push(at);
    return names.map((name) =>
      name.replace(/_([0-9a-f]{2})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  };
  return {
    namesOf,
    marksOf: (style) =>
      namesOf(style).includes('Source Text') ? ['code'] : (styles.get(style)?.marks ?? []),
    counts: (list, depth) => counted.has(`${list} ${depth}`),
  };
}

/** The value of an attribute in the head of a tag, as it is written. */
export function attribute(head: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1] ?? '';
}
