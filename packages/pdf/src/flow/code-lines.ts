const TAB = 4;

interface CodeLine {
  readonly text: string;
  /** This is the offset at which the line begins, in the code and in the code with its tabs expanded. */
  readonly offset: number;
  readonly at: number;
  readonly continued: boolean;
  /**
   * This is the number of columns by which the line is indented: a continued line stands further in than its
   * beginning.
   */
  readonly indent: number;
}

/** A continued line stands this many columns further in. */
const DEEPER = 2;

/** Cuts lines to a number of columns, after a space or a comma where there is one near the end. */
export function wrap(value: string, columns: number): CodeLine[] {
  const lines: CodeLine[] = [];
  let offset = 0;
  let at = 0;
  for (const source of value.split('\n')) {
    const whole = expanded(source.replace(/\r$/, ''));
    const further = Math.min(whole.search(/\S|$/) + DEEPER, columns >> 1);
    let rest = whole;
    let start = 0;
    for (;;) {
      const indent = start > 0 ? further : 0;
      const count = fitting(rest, columns - indent);
      const line = { at: at + start, continued: start > 0, indent };
      if (count >= rest.length) {
        lines.push({ ...line, text: rest, offset: offset + Math.min(start, source.length) });
        break;
      }
      const head = rest.slice(0, count);
      const kind = Math.max(head.lastIndexOf(' '), head.lastIndexOf(',')) + 1;
      const cut = kind > count * 0.7 && head.trim() !== '' ? kind : count;
      lines.push({ ...line, text: rest.slice(0, cut), offset: offset + start });
      rest = rest.slice(cut);
      start += cut;
    }
    offset += source.length + 1;
    at += whole.length + 1;
  }
  return lines;
}

/** Returns the code with its tabs written as spaces. */
export function expandedCode(value: string): string {
  const lines = value.split('\n').map((line) => expanded(line.replace(/\r$/, '')));
  return lines.join('\n');
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

/**
 * Counts the UTF-16 units that fit into the columns, at least one character; wide (East Asian) characters
 * take two columns.
 */
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
