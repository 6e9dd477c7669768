/** With more marks than these in one paragraph, a parser tries to pair each of them with every other. */
const MAX_MARKS = 800;
/** Quotes and lists that nest deeper than this in one line were not written by anybody. */
const MAX_MARKERS = 40;
/** A list marker behind more spaces than these begins no deeper list. */
const MAX_INDENT = 120;

/** Marks that begin or end a construct, and what stands for each while a text is parsed. */
const MARKS = '*_[]<`~!$:\\|@{';
const FIRST = 0xe010;
const STANDS_FOR_MARK: RegExp = new RegExp(
  `[${String.fromCharCode(FIRST)}-${String.fromCharCode(FIRST + MARKS.length - 1)}]`,
  'g',
);
const CODES: ReadonlyMap<number, string> = new Map(
  Array.from(MARKS, (mark, at) => [mark.charCodeAt(0), String.fromCharCode(FIRST + at)]),
);

/**
 * Makes a Markdown text safe to parse: in a paragraph with hundreds of marks characters for private use
 * stand for them, lines that nest dozens of quotes or lists lose that nesting. Words and lines stay.
 */
export function tame(text: string): string {
  if (text.length < MAX_MARKS || text.search(STANDS_FOR_MARK) >= 0) return text;
  const lines = text.split('\n');
  const tamed: string[] = [];
  let paragraph: string[] = [];
  let marks = 0;
  const flush = () => {
    for (const line of paragraph) tamed.push(marks > MAX_MARKS ? standIns(line) : line);
    paragraph = [];
    marks = 0;
  };
  for (const line of lines) {
    const flat = flatten(line);
    if (/^\s*$/.test(flat) || startsBlock(flat)) flush();
    paragraph.push(flat);
    marks += countMarks(flat);
  }
  flush();
  return tamed.join('\n');
}

function startsBlock(line: string): boolean {
  return /^ {0,12}(?:[-+*] |\d{1,9}[.)] |#{1,6} |\||```|~~~)/.test(line);
}

function countMarks(line: string): number {
  let found = 0;
  for (let at = 0; at < line.length; at++) if (CODES.has(line.charCodeAt(at))) found++;
  return found;
}

function standIns(line: string): string {
  return line.replace(/[*_[\]<`~!$:\\|@{]/g, (mark) => CODES.get(mark.charCodeAt(0)) ?? mark);
}

/** Puts the marks back that other characters stood for while a text was parsed. */
export function untamed(value: string): string {
  return value.replace(STANDS_FOR_MARK, (code) => MARKS[code.charCodeAt(0) - FIRST] ?? code);
}

function flatten(line: string): string {
  const head = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/.exec(line)?.[0] ?? '';
  if (head.length < MAX_MARKERS || /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)) return line;
  const markers = head.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  if (markers > MAX_MARKERS) return line.slice(head.length);
  return indent > MAX_INDENT && markers > 0 ? `${' '.repeat(MAX_INDENT)}${line.slice(indent)}` : line;
}
