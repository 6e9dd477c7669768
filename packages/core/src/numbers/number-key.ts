/** Names that Windows keeps for devices, whatever extension follows, and the page that a folder shows. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|index)(?=\.|$)/i;

/**
 * What stands for a number in file names, anchors, folders and IRIs: its ASCII letters and digits as printed;
 * a run of anything else between them becomes one point where it has a point, else one hyphen; what stands
 * before the first and behind the last goes (`§ 14a`: `14a`; `A1a1)`: `A1a1`; `UG-3.1.6`: itself). A letter
 * or digit of another script is its code point between underscores, and a name that Windows or a web server
 * keeps for itself ends in an underscore. This mapping is a promise: it never changes.
 */
export function numberKey(number: string): string {
  let key = '';
  let state: KeyState = '';
  for (const char of number.normalize('NFC')) {
    const step = keyStep(state, char);
    key += step.out;
    state = step.state;
  }
  return key.replace(RESERVED, '$1_');
}

/** Before the first letter or digit; behind one; or behind one and a run of other signs. */
export type KeyState = '' | 'in' | '.' | '-';

const PLAIN = /^[0-9A-Za-z]$/;
const LETTER = /^[\p{L}\p{N}\p{M}]$/u;

/** What one more character of a number adds to its key. */
export function keyStep(state: KeyState, char: string): { readonly state: KeyState; readonly out: string } {
  const separator = state === '.' || state === '-' ? state : '';
  if (PLAIN.test(char)) return { state: 'in', out: separator + char };
  if (LETTER.test(char)) return { state: 'in', out: `${separator}_${char.codePointAt(0)?.toString(16)}_` };
  if (state === '') return { state, out: '' };
  return { state: char === '.' || state === '.' ? '.' : '-', out: '' };
}
