/** The name that a variable of a handbook can have for a name of another program: `site.name` is `site-name`; undefined where none is like it. */
export function variableName(written: string): string | undefined {
  const name = written
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^[A-Z]+/, (head) => head.toLowerCase());
  return /^[a-z][A-Za-z0-9-]{0,59}$/.test(name) ? name : undefined;
}
