/** An address out of the book as every format writes it: percent-encoded, or as it is when it cannot be read. */
export function address(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
