/** The words of a data field: tags, addresses of links and character references are none. */
export function withoutMarkup(value: string): string {
  return value
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\]\([^()\s]*\)/g, ' ')
    .replace(/&[a-z]+;|&#(?:\d+|x[0-9a-f]+);/gi, ' ');
}
