/**
 * Which of a page and its data an Accept header (RFC 9110 section 12.5.1) prefers, as regular
 * expressions that PCRE and RE2 read alike, without regard to case; the first that matches decides,
 * and a header that none matches gets the page. Data when it is asked for in full measure, or when
 * the page is not.
 */
export const ACCEPT_RULES: readonly (readonly [pattern: string, data: boolean])[] = [
  [String.raw`application/ld\+json[^,]*;\s*q=0(\.0*)?\s*(,|$)`, false],
  [
    String.raw`application/ld\+json(\s*;\s*(profile|version)=("[^"]*"|[^",;]*))*\s*(;\s*q=1(\.0*)?\s*)?(,|$)`,
    true,
  ],
  [String.raw`text/html\s*(;\s*q=1(\.0*)?\s*)?(,|$)`, false],
  [String.raw`application/ld\+json`, true],
];

/** The addresses that have a page and data, below the web root; numbers may hold dots (`3.1.6`), ids may not. */
export const NEGOTIATED: string = '(?:(?:entry|chapter|topic|page)/)?[^/]+';

/** The end of an address that names one of the two. */
export const ONE_FORM: string = String.raw`\.[a-z][a-z0-9]*$`;
