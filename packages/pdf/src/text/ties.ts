import type { Atom } from './paragraph.ts';

/** These signs are units behind a number: those of the SI brochure, tables 1 to 8, and what is written like them. */
const UNIT =
  /^(?:[%‰°′″€£$¥]|°[CFK]|[YZEPTGMkhdcmµμnpf]?(?:m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|S|T|H|lm|lx|Bq|Gy|Sv|l|L|t|eV|bar|Wh|VA|B|bit|px|bps|m[²³]|m\/s)|min|h|d|ha|dB|rpm|dpi|ppi|ppm|pt|in|ft|lb|oz|mph|km\/h|kWh|[KMGTP]iB|a\.m\.|p\.m\.|am|pm|EUR|USD|GBP|CHF|JPY)(?=$|[^\p{L}\p{N}])/u;

/** These words say nothing without the number behind them. */
const LABEL =
  /^[([„“"«]*(?:pp?|no|nos|nr|vol|vols|ch|fig|figs|sec|art|eq|ed|v|cf|see|siehe|voir|cfr|véase|vgl|abb|kap|tab|pag|§+|№|#)\.?$/i;

/** Tells whether no line may end between two atoms, as between a number and its unit, or "See" and its number. */
export function isTied(text: string, before: Atom, after: Atom | undefined): boolean {
  if (!after || after.space) return false;
  if (isDigit(text.charCodeAt(before.end - 1))) {
    const next = text.charCodeAt(after.start);
    // Nearly all that follows a number is no unit.
    if (isDigit(next)) return false;
    return UNIT.test(text.slice(after.start, after.start + 12).split(/[\s\u00a0]/, 1)[0] ?? '');
  }
  if (!isDigit(text.charCodeAt(after.start))) return false;
  const { link } = after.run.source;
  const from = text.lastIndexOf(' ', before.end - 1) + 1;
  const word = text.slice(from, before.end);
  const isReference = link?.target.kind === 'anchor' && before.run.source.link !== link;
  return LABEL.test(word) || (isReference && /\p{L}$/u.test(word));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
