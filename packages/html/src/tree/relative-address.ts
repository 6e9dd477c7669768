/**
 * The address of `to` (`/entry/618/index.html#q618`, from the web root) as a link on the page at
 * `from` (`entry/619/index.html`). Files are named in full, so that links work under file:// too.
 */
export function relativeAddress(from: string, to: string): string {
  const hash = to.indexOf('#');
  const path = hash < 0 ? to.slice(1) : to.slice(1, hash);
  const fragment = hash < 0 ? '' : to.slice(hash);
  if (path === from && fragment) return fragment;
  const here = from.split('/');
  const there = path.split('/');
  let shared = 0;
  while (shared < here.length - 1 && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const up = '../'.repeat(here.length - 1 - shared);
  return up + there.slice(shared).join('/') + fragment;
}

/** A file's path as an address: every segment percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
