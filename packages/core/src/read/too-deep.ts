/** Deeper than this and no page could show it; parsers and layout would only grow slower. */
const MAX_DEPTH = 100;

/**
 * The line (1-based) on which block quotes and lists nest more than 100 deep, judged from the text
 * alone, before a parser spends time on it; undefined for every sane document.
 */
export function tooDeepAt(text: string): number | undefined {
  let line = 1;
  for (const content of text.split('\n')) {
    const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(content)?.[0];
    if (markers && markers.replace(/[ \t\d]/g, '').length > MAX_DEPTH) return line;
    const indent = /^[ \t]*(?=[-+*][ \t]|\d{1,9}[.)][ \t])/.exec(content)?.[0];
    if (indent && indent.length > MAX_DEPTH * 2) return line;
    line++;
  }
  return undefined;
}
