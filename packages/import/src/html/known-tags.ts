/** The elements of HTML, old ones too: any other "tag" in Markdown is the text that its author wrote. */
export const KNOWN_TAGS: ReadonlySet<string> = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link
  main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q
  rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table
  tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

const TAG = /<(\/?)([A-Za-z][^\s/>"'=]*)/g;

/** HTML with the "<" of unknown tags as text: `<your-name>` in Markdown is a placeholder, and stays one. */
export function escapeUnknownTags(html: string): string {
  return html.replace(TAG, (found, slash: string, name: string) =>
    KNOWN_TAGS.has(name.toLowerCase()) || name.startsWith('octavo-') ? found : `&lt;${slash}${name}`,
  );
}
