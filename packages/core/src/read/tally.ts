/**
 * Places where a construct may begin. From each run of backticks, a parser searches for an equally long one
 * to the end of the paragraph.
 */
const MARKS = /[[\]<~$&{\\]|`+/g;
const WEIGHT_OF_BACKTICKS = 5;

/** What a text contains up to and including a line, as far as it affects a parser's time. */
export interface Tally {
  /** The paragraph or block of code that the line belongs to. */
  readonly paragraph: Paragraph;
  /** Whether the line is code, as far as can be told. */
  readonly inCode: boolean;
  /** How many containers are open. */
  readonly directives: number;
  /** Of the whole file. */
  readonly textMarks: number;
  readonly codeMarks: number;
}

interface Paragraph {
  emphasis: number;
  weight: number;
  length: number;
  declarations: number;
}

const newParagraph = (): Paragraph => ({ emphasis: 0, weight: 0, length: 0, declarations: 0 });

/** Counts line by line. A line that is certainly code needs no parsing and yields nothing. */
export function tally(): (line: string) => Tally | undefined {
  const counted = { paragraph: newParagraph(), inCode: false, directives: 0, textMarks: 0, codeMarks: 0 };
  const isSureCode = sureCode();
  const containers: number[] = [];
  let fence: string | undefined;
  let inList = false;
  return (line) => {
    if (isSureCode(line)) {
      counted.paragraph = newParagraph();
      return undefined;
    }
    const body = line.replace(/^[ \t>]+/, '');
    const mark = /^(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})/.exec(body)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    counted.inCode = fence !== undefined;
    if (mark !== undefined || startsBlock(body, inList)) {
      counted.paragraph = newParagraph();
      inList = /^(?:[-+*]|\d{1,9}[.)])[ \t]/.test(body);
    }
    const { paragraph } = counted;
    const [marks, weight] = weigh(line);
    paragraph.weight += weight;
    paragraph.length += line.length;
    paragraph.emphasis += countMarks(line);
    if (line.includes('<')) paragraph.declarations += line.split(/<[?!]/).length - 1;
    if (counted.inCode) counted.codeMarks += marks;
    else {
      counted.textMarks += marks;
      counted.directives = directivesAfter(body, containers);
    }
    return counted;
  };
}

/**
 * Says of each line whether it is certainly code: between fences, with nothing before them that could make
 * them doubtful.
 */
function sureCode(): (line: string) => boolean {
  let before = '';
  let sure = true;
  let end: RegExp | undefined;
  return (line) => {
    const last = before;
    before = line;
    if (end) {
      if (end.test(line)) end = undefined;
      return true;
    }
    const opens = sure && last.trim() === '' ? /^(?:(`{3,})[^`]*$|(~{3,}))/.exec(line) : null;
    const fence = opens?.[1] ?? opens?.[2];
    if (fence !== undefined) end = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*\\r?$`);
    else if (/^[ \t]*(?:<|\$\$|:::|`{3}|~{3})/.test(line)) sure = false;
    return fence !== undefined;
  };
}

/** How many marks a line holds, and how much they weigh. */
function weigh(line: string): readonly [number, number] {
  const marks = line.match(MARKS) ?? [];
  const backticks = marks.filter((mark) => mark.startsWith('`')).length;
  return [marks.length, marks.length + backticks * (WEIGHT_OF_BACKTICKS - 1)];
}

/** How many containers are open after a line; `open` holds the length of each one's fence. */
function directivesAfter(line: string, open: number[]): number {
  const [, fence = '', name] = /^(:{3,})[ \t]*(\w?)/.exec(line) ?? [];
  if (fence !== '' && name !== '') open.push(fence.length);
  else if (fence !== '') while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= fence.length) open.pop();
  return open.length;
}

/** Says whether a line begins a paragraph of its own. A number other than 1 does so only within a list. */
function startsBlock(line: string, inList: boolean): boolean {
  return (
    line.trim() === '' ||
    /^(?:[-+*][ \t]|1[.)][ \t]|#{1,6}[ \t]|\|)/.test(line) ||
    (inList && /^\d{1,9}[.)][ \t]/.test(line))
  );
}

/**
 * Counts runs of marks that could open or close emphasis, except those between spaces and the `_` in
 * snake_case.
 */
function countMarks(line: string): number {
  if (!/[*_]/.test(line)) return 0;
  return (line.match(/(?<![\s*])\*+|\*+(?![\s*])|(?<![\w_])_+(?=\w)|(?<=\w)_+(?!\w)/g) ?? []).length;
}
