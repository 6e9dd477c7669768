/**
 * Returns the letters and digits that a formula's TeX prints as they are, without commands, environments and
 * lengths.
 */
export function texLetters(tex: string): string {
  return tex
    .replace(/\\fcolorbox\s*\{[^{}]*\}/g, '\\colorbox')
    .replace(/\\(?:begin|end)\s*\{[^}]*\}(?:\{[lcrp|@{}:;\s\d.]*\})?/g, ' ')
    .replace(
      /\\(?:[hv]space|hskip|kern|mkern|mskip|rule|color|textcolor|colorbox|label|phantom|class|id|style|htmlId|raisebox)(?![A-Za-z])\*?(?:\s*\{[^{}]*\})?/g,
      ' ',
    )
    .replace(/\\\\\s*\[[^\]]*\]/g, ' ')
    .replace(/\\[A-Za-z]+|\\./g, ' ')
    .replace(/[^A-Za-z0-9]/g, '');
}
