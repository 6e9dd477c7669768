/** What RFC 3986 allows nowhere: letters of other scripts aside, which RFC 3987 does, and brackets. */
const NOWHERE = /[\s\p{Cc}<>"{}|\\^`]|%(?![0-9a-f]{2})/giu;

/** Scheme and authority: the only part where brackets may stand, around an IPv6 literal (RFC 3986, 3.2.2). */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i;

/**
 * An address as it was written, with what no address may hold percent-encoded (RFC 3987): spaces, a lone
 * `%`, brackets outside of a host. What is encoded already stays, whatever it stands for.
 */
export function validAddress(written: string): string {
  const authority = AUTHORITY.exec(written)?.[0] ?? '';
  const rest = written.slice(authority.length).replace(/[[\]]/g, encodeURIComponent);
  return `${authority}${rest}`.replace(NOWHERE, encodeURIComponent);
}

/** A valid address in ASCII, as a PDF and an EPUB want it (RFC 3987, 3.1): a host in Punycode, the rest in UTF-8. */
export function asciiAddress(written: string): string {
  const valid = validAddress(written).replace(/\p{Surrogate}/gu, '\ufffd');
  const authority = AUTHORITY.exec(valid)?.[0] ?? '';
  const host = hasForeign(authority) && URL.canParse(valid) ? asciiHost(valid, authority) : authority;
  return `${host}${valid.slice(authority.length)}`.replace(FOREIGN, encodeURIComponent);
}

const FOREIGN = /[^\0-\x7f]+/g;

function hasForeign(text: string): boolean {
  return text.search(FOREIGN) >= 0;
}

/** Scheme and authority with the host that `new URL()` reads in it. */
function asciiHost(address: string, authority: string): string {
  const [, before = '', port = ''] = /^(.*?:\/\/(?:[^@]*@)?).*?(:\d*)?$/.exec(authority) ?? [];
  return `${before}${new URL(address).hostname}${port}`;
}

/** Whether a web or mail address is whole: it has a host, or a name and a host. */
export function isWholeAddress(url: string): boolean {
  return /^mailto:/i.test(url)
    ? /^mailto:[^\s@?]+@[^\s@?]+/i.test(url)
    : /^https?:\/\//i.test(url) && URL.canParse(url);
}
