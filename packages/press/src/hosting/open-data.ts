const OPEN_DATA: readonly string[] = [
  'application/atom+xml',
  'application/feed+json',
  'application/json',
  'application/ld+json',
  'application/n-quads',
  'application/schema+json',
  'text/turtle',
];

/** Whether a file of this type is what programs read: any origin may (CORS, Fetch Standard section 3.3). */
export function isOpenData(mediaType: string): boolean {
  return OPEN_DATA.includes(mediaType);
}

/** Whether a file of this type is text that shrinks. */
export function isText(mediaType: string): boolean {
  return /^text\/|\+?(json|xml)$|^application\/n-quads$/.test(mediaType);
}

/** The type as a server sends it: Markdown (RFC 7763) and its like have to name their character set. */
export function withCharset(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
