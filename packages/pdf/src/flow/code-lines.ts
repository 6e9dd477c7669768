const TAB = 4;

interface CodeLine {
  readonly text: string;
  readonly offset: number;
  readonly continued: boolean;
}

/** Cuts lines to a number of columns, after a space or a comma where there is one near the end. */
export function wrap(value: string, columns: number): CodeLine[] {
  const lines: CodeLine[] = [];
  let offset = 0;
  for (const source of value.split('\n')) {
    let rest = expanded(source.replace(/\r$/, ''));
    let start = 0;
    for (let count = fitting(rest, columns); count < rest.length; count = fitting(rest, columns)) {
      const head = rest.slice(0, count);
      const kind = Math.max(head.lastIndexOf(' '), head.lastIndexOf(',')) + 1;
      const cut = kind > count * 0.7 && head.trim() !== '' ? kind : count;
      lines.push({ text: rest.slice(0, cut), offset: offset + start, continued: start > 0 });
      rest = rest.slice(cut);
      start += cut;
    }
    lines.push({ text: rest, offset: offset + Math.min(start, source.length), continued: start > 0 });
    offset += source.length + 1;
  }
  return lines;
}

/** Tabs become spaces up to the next stop. */
function expanded(line: string): string {
  let text = '';
  for (const letter of line) text += letter === '\t' ? ' '.repeat(TAB - (text.length % TAB)) : letter;
  return text;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;

const NARROW = /[\p{M}\p{Cf}]/u;

/** How many UTF-16 units fit the columns: wide (East Asian) characters count two. At least one character. */
function fitting(line: string, columns: number): number {
  let used = 0;
  let at = 0;
  for (const letter of line) {
    used += WIDE.test(letter) ? 2 : NARROW.test(letter) ? 0 : 1;
    if (used > columns && at > 0) return at;
    at += letter.length;
  }
  return at;
}
