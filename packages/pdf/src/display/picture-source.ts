/** What a page calls an image: its path, and how wide it has to be at least where it is to be scaled down. */
export function pictureSource(path: string, width?: number): string {
  return width === undefined ? path : `${path}\n${width}`;
}

/** The path and the width that a page's name for an image holds. */
export function sourceOf(source: string): { readonly path: string; readonly width?: number } {
  const at = source.lastIndexOf('\n');
  return at < 0 ? { path: source } : { path: source.slice(0, at), width: Number(source.slice(at + 1)) };
}
