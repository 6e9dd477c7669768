/**
 * Returns an outgoing address in one spelling: percent-encoded as `new URL()` does it, with brackets encoded
 * outside the host too. An address that cannot be parsed is returned as it is.
 */
export function address(url: string): string {
  if (!URL.canParse(url)) return url;
  const { href, host } = new URL(url);
  const at = host === '' ? 0 : href.indexOf(host) + host.length;
  return href.slice(0, at) + href.slice(at).replaceAll('[', '%5B').replaceAll(']', '%5D');
}

/** Returns a text without its percent signs of an address; as it is where they mean nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
