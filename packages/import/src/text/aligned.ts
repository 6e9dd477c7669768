/** Lines that only make sense as they stand: tables drawn with spaces, bars and boxes, ASCII art. */
export function isAligned(run: readonly string[]): boolean {
  if (run.length < 2) return false;
  const drawn = run.filter((line) =>
    /\S[ \t]{3,}\S|^\s*[|+┌└├│╔║].*[|+┐┘┤│╗║]\s*$|[-=]{3,}\s+[-=]{3,}/.test(line),
  ).length;
  return drawn >= Math.max(2, run.length * 0.6);
}
