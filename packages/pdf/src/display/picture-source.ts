/**
 * Returns what a page calls an image: its path, and, for one to be scaled down, the least number of pixels in its
 * width.
 */
export function pictureSource(path: string, width?: number): string {
  return width === undefined ? path : `${path}\n${width}`;
}

/** Reads the path and the width out of the name that a page has for an image. */
export function sourceOf(source: string): { readonly path: string; readonly width?: number } {
  const at = source.lastIndexOf('\n');
  return at < 0 ? { path: source } : { path: source.slice(0, at), width: Number(source.slice(at + 1)) };
}
