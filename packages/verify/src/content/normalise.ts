/**
 * How two spellings of one text are made comparable (docs/normalisations.md). `plain` for text that
 * markup carries; `painted` for text that was drawn and read back from a page.
 */
export interface Normalise {
  /** Running text. */
  readonly text: (text: string) => string;
  /** Code, where spaces mean something. */
  readonly code: (text: string) => string;
}

/** Spaces of every width are one space, a soft hyphen is nothing, letters are composed. */
function plain(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** As `plain`; ligatures and other compatibility forms are their letters, characters that draw nothing are nothing. */
function painted(text: string): string {
  return plain(text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}

export const MARKUP: Normalise = {
  text: plain,
  code: (text) => text.replace(/\r\n?/g, '\n').normalize('NFC'),
};

/** On a page a line's end is no character: code is compared with its lines joined, and runs of spaces as one. */
export const PAINTED: Normalise = {
  text: painted,
  code: (text) => painted(text.replace(/\n/g, '')),
};
