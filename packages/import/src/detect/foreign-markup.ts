/** A language that is not read, how texts in it begin or look, and what Pandoc calls it. */
const LANGUAGES: readonly (readonly [name: string, looks: RegExp, pandoc: string])[] = [
  [
    'LaTeX',
    /^\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|PassOptionsToPackage|RequirePackage|begin|(?:sub)*section|chapter)\b/,
    'latex',
  ],
  ['DocBook', /<!DOCTYPE\s+(?:article|book)\b|<(?:article|book|chapter)\b[^>]*docbook/i, 'docbook'],
  ['a notebook of Jupyter', /^\s*\{[\s\S]*"(?:cells|nbformat)"\s*:/, 'ipynb'],
  ['a page of manual', /^(?:[.']\\"[^\n]*\n)*\.(?:TH|Dd) \S/, 'man'],
  ['Typst', /^#(?:set|show) \w+[\s\S]*^=+ \S/m, 'typst'],
  ['markup of Jira', /^h[1-6]\. [\s\S]*(?:\{(?:code|noformat|panel|anchor|quote|info)[:}]|^\|\|)/m, 'jira'],
  ['Textile', /^h[1-6](?:\([^)\n]*\))?\. [\s\S]*^h[1-6](?:\([^)\n]*\))?\. /m, 'textile'],
  [
    'MediaWiki',
    /^(={2,6})[^=\n]+\1[ \t]*$[\s\S]*(?:\[\[[^\]\n]+\]\]|'''|^\{\||^(={2,6})[^=\n]+\2[ \t]*$)/m,
    'mediawiki',
  ],
];

/** How much of a text shows what it is written in. */
const HEAD = 8_000;

/** A language of markup that a text is written in and that is not read: what it is, and what to do. */
export function foreignMarkup(
  path: string,
  text: string,
): { readonly reason: string; readonly note: string } | undefined {
  const head = text.slice(0, HEAD);
  const known = LANGUAGES.find(([, looks]) => looks.test(head));
  if (!known) return undefined;
  const [name, , pandoc] = known;
  const file = path.replace(/^.*\//, '');
  return {
    reason: `this is ${name}, which is not read`,
    note: `Pandoc makes Markdown of it: pandoc -f ${pandoc} -t gfm -o "${file.replace(/\.\w+$/, '')}.md" "${file}"`,
  };
}
