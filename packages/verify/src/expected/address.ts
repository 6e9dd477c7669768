/** An address out of the book as every format writes it: percent-encoded but for brackets, or as it is when it cannot be read. */
export function address(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : url;
  return href.replace(/%5B/gi, '[').replace(/%5D/gi, ']');
}
