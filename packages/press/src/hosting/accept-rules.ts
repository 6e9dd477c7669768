/**
 * Decides between a page and its data by the Accept header (RFC 9110 section 12.5.1). The rules are regular
 * expressions that PCRE and RE2 read alike, to be matched without regard to case. The first rule that matches
 * decides; a header that matches none gets the page. Data is preferred when it is asked for with full
 * quality, or when the page is not acceptable.
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

/**
 * The addresses, below the web root, that have both a page and data. Numbers may contain dots (`3.1.6`); ids
 * may not.
 */
export const NEGOTIATED: string = '(?:(?:entry|chapter|topic|page)/)?[^/]+';

/** The end of an address that names one of the two forms. */
export const ONE_FORM: string = String.raw`\.[a-z][a-z0-9]*$`;
