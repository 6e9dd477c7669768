/**
 * An address out of the book in one spelling: percent-encoded as `new URL()` does it, brackets outside of the
 * host too; as it is when it cannot be read.
 */
export function address(url: string): string {
  if (!URL.canParse(url)) return url;
  const { href, host } = new URL(url);
  const at = host === '' ? 0 : href.indexOf(host) + host.length;
  return href.slice(0, at) + href.slice(at).replaceAll('[', '%5B').replaceAll(']', '%5D');
}
