/** After the ">" of the tag that begins at `at`, quotes minded; -1 when it never ends. */
export function endOfTag(source: string, at: number): number {
  const plain = source.indexOf('>', at);
  if (plain < 0) return -1;
  const tag = source.slice(at, plain);
  const quotes = tag.match(/=\s*["']/g) ? unclosedQuote(tag) : undefined;
  if (quotes === undefined) return plain + 1;
  const close = source.indexOf(quotes, plain);
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
