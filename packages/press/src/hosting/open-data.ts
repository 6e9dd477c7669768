const OPEN_DATA: readonly string[] =
  'application/atom+xml application/feed+json application/json application/ld+json application/n-quads application/schema+json text/turtle'.split(
    ' ',
  );

/**
 * Says whether programs read files of this type: any origin may then fetch them (CORS, Fetch Standard section
 * 3.3).
 */
export function isOpenData(mediaType: string): boolean {
  return OPEN_DATA.includes(mediaType);
}

/** Says whether a file of this type is text that compresses well. */
export function isText(mediaType: string): boolean {
  return /^text\/|\+?(json|xml)$|^application\/n-quads$/.test(mediaType);
}

/**
 * Returns the type as a server sends it: Markdown (RFC 7763) and similar types must name their character set.
 */
export function withCharset(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
