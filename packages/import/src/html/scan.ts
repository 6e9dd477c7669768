/** A piece of HTML, as a tokenizer that needs no tree sees it. */
export interface Piece {
  readonly kind: 'text' | 'comment' | 'open' | 'close';
  readonly html: string;
  /** The element's name in lower case; empty for text and comments. */
  readonly name: string;
}

/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noframes noembed'.split(' '),
);

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/;

/** The text, the comments and the tags of HTML in their order. A tag or comment that never ends is text. One pass. */
export function* piecesOf(source: string): Generator<Piece> {
  let from = 0;
  let lowered: string | undefined;
  const text = (end: number): Piece => ({ kind: 'text', html: source.slice(from, end), name: '' });
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', Math.max(at + 1, from))) {
    const isComment = source.startsWith('<!--', at);
    const [, slash, named = ''] = isComment ? [] : (TAG.exec(source.slice(at, at + 40)) ?? []);
    if (!isComment && named === '') continue;
    const end = isComment ? source.indexOf('-->', at + 4) + 3 : endOfTag(source, at);
    if (end < 3) break;
    if (at > from) yield text(at);
    const name = named.toLowerCase();
    const kind = isComment ? 'comment' : slash === '/' ? 'close' : 'open';
    yield { kind, html: source.slice(at, end), name };
    from = end;
    if (kind !== 'open' || !RAW.has(name)) continue;
    lowered ??= source.toLowerCase();
    const close = lowered.indexOf(`</${name}`, end);
    if (close < 0) break;
    if (close > end) yield text(close);
    from = close;
  }
  if (from < source.length) yield text(source.length);
}

/** The offset behind the ">" of the tag that begins at `at`, outside quotes; -1 when it never ends. */
function endOfTag(source: string, at: number): number {
  const plain = source.indexOf('>', at);
  if (plain < 0) return -1;
  const tag = source.slice(at, plain);
  const quote = /=\s*["']/.test(tag) ? unclosedQuote(tag) : undefined;
  if (quote === undefined) return plain + 1;
  const close = source.indexOf(quote, plain);
  if (close < 0 || close - at > 20_000) return plain + 1;
  const end = source.indexOf('>', close);
  return end < 0 ? -1 : end + 1;
}

function unclosedQuote(tag: string): string | undefined {
  let quote: string | undefined;
  for (const character of tag) {
    if (quote === undefined && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = undefined;
  }
  return quote;
}
