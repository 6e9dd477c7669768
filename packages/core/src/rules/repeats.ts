/** Tells of every id that stood in the list before. */
export function repeats(ids: readonly string[], tell: (id: string, at: number) => void): void {
  const seen = new Set<string>();
  ids.forEach((id, at) => {
    if (seen.has(id)) tell(id, at);
    seen.add(id);
  });
}
