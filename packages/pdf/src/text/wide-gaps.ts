import type { Face } from '../fonts/face.ts';
import { JOINED, mayBreak, WIDE } from './break-opportunities.ts';

/** These signs fill half of their square and leave the other half blank (JLREQ, 3.1.2: cl-01, cl-02, cl-06, cl-07). */
const OPENING = /[‘“（〔［｛〈《「『【〖〘〝]/;
const CLOSING = /[’”）〕］｝〉》」』】〗〙〟、。，．]/;

/** This feature leaves the blank half away, which is so many ems. */
const HALF_WIDTH = 'halt';
const HALF = 0.5;

/**
 * Tells whether a line may end before a letter (kinsoku shori); undefined for a mark, and where no wide letter is near.
 */
export function wideBreak(text: string, at: number): boolean | undefined {
  const [before, after] = [letterBefore(text, at), letterAt(text, at)];
  if (before === '' || after === '' || !(WIDE.test(before) || WIDE.test(after))) return undefined;
  if (JOINED.test(after) || before === '\u200d' || /[ \u00a0]/.test(before + after)) return undefined;
  return mayBreak(before, after, false);
}

/** Returns the blank of a squeezed sign where a line may end, in ems. No line begins or ends with it. */
export function wideBlank(
  text: string,
  at: number,
  faces: { readonly before: Face; readonly after: Face },
): number {
  const [before, after] = [letterBefore(text, at), letterAt(text, at)];
  const isHalf =
    CLOSING.test(before) && !CLOSING.test(after)
      ? squeezed(text, at - 1, at, faces.before).length > 0
      : OPENING.test(after) && !OPENING.test(before) && squeezed(text, at, at + 1, faces.after).length > 0;
  return isHalf ? HALF : 0;
}

/** Returns the feature that sets a sign without its blank, which is then a gap of its own or is dropped. */
export function squeezed(text: string, start: number, end: number, face: Face): readonly string[] {
  const sign = text.slice(start, end);
  if (sign.length !== 1) return [];
  const beside = OPENING.test(sign)
    ? isFree(text, start, OPENING, letterBefore(text, start))
    : CLOSING.test(sign) && isFree(text, end, CLOSING, letterAt(text, end));
  // Some fonts have these signs as narrow as those of Latin text, or lack the feature.
  if (!beside || face.words([])(sign).width < 0.9) return [];
  return Math.abs(face.words([HALF_WIDTH])(sign).width - HALF) < 0.05 ? [HALF_WIDTH] : [];
}

/** Tells whether the blank of a sign can be a gap, or is dropped beside another sign of its kind. */
function isFree(text: string, at: number, kind: RegExp, other: string): boolean {
  return other === '' || other === ' ' || kind.test(other) || wideBreak(text, at) === true;
}

function letterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function letterBefore(text: string, at: number): string {
  const low = /[\udc00-\udfff]/.test(text[at - 1] ?? '');
  return text.slice(Math.max(0, at - (low ? 2 : 1)), at);
}
