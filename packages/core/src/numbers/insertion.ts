/**
 * The order of letters that mark insertions, as legislation in the United Kingdom uses them: AA stands between
 * A and B, and a Z before other letters puts a number in front (ZA between nothing and A, AZA between A and
 * AA). So there is always room, except behind a last Z.
 */
export function insertionOrder(letters: string): string {
  const upper = letters.toUpperCase();
  return [...upper]
    .map((letter, at) => (letter !== 'Z' ? letter : at < upper.length - 1 ? '@' : 'Z'))
    .concat('!')
    .join('');
}

/**
 * The shortest letters that stand behind `after` and before `before`; before anything when `before` is undefined.
 * Undefined when there are none, which is so only behind a last Z.
 */
export function insertionBetween(after: string, before: string | undefined): string | undefined {
  const low = insertionOrder(after);
  const high = before === undefined ? undefined : insertionOrder(before);
  return candidates(after.toUpperCase(), before?.toUpperCase())
    .filter((letters) => insertionOrder(letters) > low)
    .filter((letters) => high === undefined || insertionOrder(letters) < high)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function candidates(after: string, before: string | undefined): readonly string[] {
  const bumped = [...after].flatMap((letter, at) =>
    letter < 'Y' ? [after.slice(0, at) + String.fromCharCode(letter.charCodeAt(0) + 1)] : [],
  );
  const inFront = before === undefined ? [] : [`${before.slice(0, -1)}ZA`];
  return [...bumped, `${after}A`, `${after}ZA`, ...inFront];
}
