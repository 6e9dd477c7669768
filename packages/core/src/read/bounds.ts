import type { Finding } from '../message/make-message.ts';

/** Deeper than this and no page could show it; parsers and layout would only grow slower. */
export const MAX_DEPTH = 100;

/** Lines of a Markdown file. */
const MAX_LINES = 20_000;

/** A declaration that never ends is looked for to the end of the paragraph, each time anew. */
const MAX_DECLARATIONS = 100;

/** A container is parsed again for each one around it. */
const MAX_DIRECTIVES = 20;

/** UTF-16 units of a Markdown file: about 170,000 words, where an answer has a few hundred. */
const MAX_LENGTH = 1_000_000;

/** A Markdown parser tries to pair each mark with every other of its paragraph: the time grows with the square. */
const MAX_MARKS = 1000;
/** Code is not paired, and may hold more. */
const MAX_MARKS_IN_CODE = 5000;

/** Where a construct may begin. From each run of backticks a parser looks for one as long to the end of the paragraph. */
const MARKS = /[[\]<~$&{\\]|`+/g;
const WEIGHT_OF_BACKTICKS = 5;

/** Marks of a paragraph, weighted, times its length: what a parser may have to go through. A thousand links in 20 pages are a tenth of it. */
const MAX_WORK = 200_000_000;
/** What looks like code may be none. */
const MAX_WORK_IN_CODE = 1_000_000_000;

/** Marks of a whole file; code is not looked through, and may hold more. */
const MAX_FILE_MARKS = 50_000;
const MAX_FILE_MARKS_IN_CODE = 250_000;

/** UTF-16 units of an address; RFC 9110, section 4.1, asks for 8,000 octets. */
const MAX_ADDRESS = 8000;
const ADDRESS = /https?:\/\/|www\./i;
const WORDS: RegExp = new RegExp(`\\S{${MAX_ADDRESS + 1},}`, 'g');

/**
 * What no parser should spend time on, judged from the text alone: more than a million characters,
 * quotes and lists that nest more than 100 deep, directives more than 20 deep, a paragraph with more than 1,000
 * emphasis marks or with other marks by the thousand, an address of more than 8,000 characters.
 * Undefined for every sane document.
 */
export function boundsFault(text: string): Finding | undefined {
  if (text.length > MAX_LENGTH) {
    const size = (text.length / 1_000_000).toFixed(1);
    return {
      reason: `the file holds ${size} million characters, more than 1 million`,
      note: 'Split it: an entry is one answer.',
    };
  }
  const lines = text.split('\n');
  if (lines.length > MAX_LINES)
    return {
      reason: `the file holds ${lines.length} lines, more than ${MAX_LINES}`,
      note: 'Split it: an entry is one answer.',
    };
  let line = 0;
  let declarations = 0;
  const containers: number[] = [];
  let marks = 0;
  let inList = false;
  let fence: string | undefined;
  let weight = 0;
  let length = 0;
  let textMarks = 0;
  let codeMarks = 0;
  let before = '';
  let sure = true;
  let code: RegExp | undefined;
  for (const content of lines) {
    line++;
    // Between fences that nothing can put in doubt there is nothing to parse.
    if (code) {
      if (code.test(content)) code = undefined;
      before = content;
      continue;
    }
    const opens = sure && before.trim() === '' ? /^(`{3,})[^`]*$|^(~{3,})/.exec(content) : null;
    if (opens) {
      const fence = opens[1] ?? opens[2] ?? '';
      code = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*\\r?$`);
      before = content;
      marks = weight = length = declarations = 0;
      continue;
    }
    if (/^[ \t]*(?:<|\$\$|:::|`{3}|~{3})/.test(content)) sure = false;
    before = content;
    if (nestsTooDeep(content)) {
      return {
        place: { line, column: 1 },
        reason: `lists or quotes nest more than ${MAX_DEPTH} deep here`,
        note: 'Flatten them.',
      };
    }
    const body = content.replace(/^[ \t>]+/, '');
    const mark = /^(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})/.exec(body)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const starts = mark !== undefined || startsBlock(body, inList);
    if (starts) marks = weight = length = declarations = 0;
    const [found, weighed] = weigh(content);
    weight += weighed;
    length += content.length;
    if (fence === undefined) textMarks += found;
    else codeMarks += found;
    if (weight * length > (fence === undefined ? MAX_WORK : MAX_WORK_IN_CODE)) {
      return {
        place: { line, column: 1 },
        reason: `the paragraph holds too many marks ("[", "<", "\`", "&", …) for its length: ${weight} in ${length} characters`,
        note: 'Split the paragraph, or put what is no Markdown between two lines "```".',
      };
    }
    if (textMarks > MAX_FILE_MARKS || codeMarks > MAX_FILE_MARKS_IN_CODE) {
      return {
        place: { line, column: 1 },
        reason: `the file holds more than ${textMarks > MAX_FILE_MARKS ? MAX_FILE_MARKS : MAX_FILE_MARKS_IN_CODE} marks ("[", "<", "\`", "&", …) up to here`,
        note: 'Split it: an entry is one answer.',
      };
    }
    if (
      fence === undefined &&
      content.length > MAX_ADDRESS &&
      content.match(WORDS)?.some((word) => ADDRESS.test(word))
    ) {
      return {
        place: { line, column: 1 },
        reason: `an address has more than ${MAX_ADDRESS} characters`,
        note: 'Shorten it, or put it between backticks.',
      };
    }
    if (content.includes('<')) declarations += content.split(/<[?!]/).length - 1;
    if (fence === undefined && declarations > MAX_DECLARATIONS) {
      return {
        place: { line, column: 1 },
        reason: `the paragraph has more than ${MAX_DECLARATIONS} HTML declarations or comments ("<!", "<?")`,
        note: 'Put code between backticks.',
      };
    }
    if (fence === undefined && directivesAfter(body, containers) > MAX_DIRECTIVES) {
      return {
        place: { line, column: 1 },
        reason: `directives (":::") nest more than ${MAX_DIRECTIVES} deep here`,
        note: 'Close each with a line ":::".',
      };
    }
    if (starts) inList = /^(?:[-+*]|\d{1,9}[.)])[ \t]/.test(body);
    marks += countMarks(content);
    if (marks > (fence === undefined ? MAX_MARKS : MAX_MARKS_IN_CODE)) {
      return {
        place: { line, column: 1 },
        reason: `the paragraph has more than ${MAX_MARKS} emphasis marks ("*", "_")`,
        note: 'Write a mark that is no emphasis as "\\*", put code between backticks, or split the paragraph.',
      };
    }
  }
  return undefined;
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

function nestsTooDeep(line: string): boolean {
  if (/^[ \t>]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)) return false;
  const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0];
  if (markers && markers.replace(/[ \t\d]/g, '').length > MAX_DEPTH) return true;
  const indent = /^[ \t>]*(?=[-+*][ \t]|\d{1,9}[.)][ \t])/.exec(line)?.[0];
  return indent !== undefined && indent.length > MAX_DEPTH * 2;
}

/** Whether a line begins a paragraph of its own. A number other than 1 does so within a list only. */
function startsBlock(line: string, inList: boolean): boolean {
  return (
    line.trim() === '' ||
    /^(?:[-+*][ \t]|1[.)][ \t]|#{1,6}[ \t]|\|)/.test(line) ||
    (inList && /^\d{1,9}[.)][ \t]/.test(line))
  );
}

/** Runs of marks that could open or close emphasis: not those between spaces, not the `_` in snake_case. */
function countMarks(line: string): number {
  if (!/[*_]/.test(line)) return 0;
  return (line.match(/(?<![\s*])\*+|\*+(?![\s*])|(?<![\w_])_+(?=\w)|(?<=\w)_+(?!\w)/g) ?? []).length;
}
