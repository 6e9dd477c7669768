/** An edition's version as one safe segment of a path: `2026.1` as it is, `2026 / beta` as `2026-beta`. */
export function versionSegment(version: string): string {
  const segment = version.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return segment === '' ? 'edition' : segment;
}
