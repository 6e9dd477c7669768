import type { Finding } from '../message/make-message.ts';
import { type Tally, tally } from './tally.ts';

/** Deeper nesting than this fits no page, and it would only slow down parsers and layout. */
export const MAX_DEPTH = 100;

/** Lines of a Markdown file. */
const MAX_LINES = 20_000;

/** A declaration that never ends is searched for to the end of the paragraph, each time again. */
const MAX_DECLARATIONS = 100;

/** A container is parsed again for each container around it. */
const MAX_DIRECTIVES = 20;

/** UTF-16 units of a Markdown file: about 170,000 words, where an answer has a few hundred. */
const MAX_LENGTH = 1_000_000;

/**
 * A Markdown parser tries to pair each mark with every other mark of its paragraph, so its time grows with
 * the square.
 */
const MAX_MARKS = 1000;
/** Marks in code are not paired, so code may contain more. */
const MAX_MARKS_IN_CODE = 5000;

/**
 * The weighted marks of a paragraph times its length, which is what a parser may have to examine. A thousand
 * links on 20 pages are a tenth of it.
 */
const MAX_WORK = 200_000_000;
/** Text that looks like code may not be code. */
const MAX_WORK_IN_CODE = 1_000_000_000;

/** The marks of a whole file. Code is not examined and may contain more. */
const MAX_FILE_MARKS = 50_000;
const MAX_FILE_MARKS_IN_CODE = 250_000;

/** UTF-16 units of an address; RFC 9110, section 4.1, asks for 8,000 octets. */
const MAX_ADDRESS = 8000;
const ADDRESS = /https?:\/\/|www\./i;
const WORDS: RegExp = new RegExp(`\\S{${MAX_ADDRESS + 1},}`, 'g');

const SPLIT = 'Split it: an entry is one answer.';
const MARKS = '("[", "<", "`", "&", …)';

/**
 * Refuses text that no parser should spend time on, judged from the text alone: more than a million
 * characters, quotes and lists that nest more than 100 deep, directives more than 20 deep, a paragraph with
 * more than 1,000 emphasis marks or thousands of other marks, an address of more than 8,000 characters.
 * Returns undefined for every sane document.
 */
export function boundsFault(text: string): Finding | undefined {
  if (text.length > MAX_LENGTH) {
    const size = (text.length / 1_000_000).toFixed(1);
    return { reason: `the file holds ${size} million characters, more than 1 million`, note: SPLIT };
  }
  const lines = text.split('\n');
  if (lines.length > MAX_LINES)
    return { reason: `the file holds ${lines.length} lines, more than ${MAX_LINES}`, note: SPLIT };
  const count = tally();
  for (const [at, line] of lines.entries()) {
    const counted = count(line);
    if (!counted) continue;
    for (const bound of BOUNDS) {
      const fault = bound(counted, line);
      if (fault) return { ...fault, place: { line: at + 1, column: 1 } };
    }
  }
  return undefined;
}

/** The bounds that each line is checked against, in this order; the first fault is reported. */
const BOUNDS: readonly ((counted: Tally, line: string) => Finding | undefined)[] = [
  (_, line) =>
    nestsTooDeep(line)
      ? { reason: `lists or quotes nest more than ${MAX_DEPTH} deep here`, note: 'Flatten them.' }
      : undefined,
  ({ inCode, paragraph: { weight, length } }) =>
    weight * length > (inCode ? MAX_WORK_IN_CODE : MAX_WORK)
      ? {
          reason: `the paragraph holds too many marks ${MARKS} for its length: ${weight} in ${length} characters`,
          note: 'Split the paragraph, or put what is no Markdown between two lines "```".',
        }
      : undefined,
  ({ textMarks, codeMarks }) => {
    if (textMarks <= MAX_FILE_MARKS && codeMarks <= MAX_FILE_MARKS_IN_CODE) return undefined;
    const most = textMarks > MAX_FILE_MARKS ? MAX_FILE_MARKS : MAX_FILE_MARKS_IN_CODE;
    return { reason: `the file holds more than ${most} marks ${MARKS} up to here`, note: SPLIT };
  },
  ({ inCode }, line) =>
    !inCode && line.length > MAX_ADDRESS && line.match(WORDS)?.some((word) => ADDRESS.test(word))
      ? {
          reason: `an address has more than ${MAX_ADDRESS} characters`,
          note: 'Shorten it, or put it between backticks.',
        }
      : undefined,
  ({ inCode, paragraph }) =>
    !inCode && paragraph.declarations > MAX_DECLARATIONS
      ? {
          reason: `the paragraph has more than ${MAX_DECLARATIONS} HTML declarations or comments ("<!", "<?")`,
          note: 'Put code between backticks.',
        }
      : undefined,
  ({ inCode, directives }) =>
    !inCode && directives > MAX_DIRECTIVES
      ? {
          reason: `directives (":::") nest more than ${MAX_DIRECTIVES} deep here`,
          note: 'Close each with a line ":::".',
        }
      : undefined,
  ({ inCode, paragraph }) =>
    paragraph.emphasis > (inCode ? MAX_MARKS_IN_CODE : MAX_MARKS)
      ? {
          reason: `the paragraph has more than ${MAX_MARKS} emphasis marks ("*", "_")`,
          note: 'Write a mark that is no emphasis as "\\*", put code between backticks, or split the paragraph.',
        }
      : undefined,
];

function nestsTooDeep(line: string): boolean {
  if (/^[ \t>]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)) return false;
  const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0];
  if (markers && markers.replace(/[ \t\d]/g, '').length > MAX_DEPTH) return true;
  const indent = /^[ \t>]*(?=[-+*][ \t]|\d{1,9}[.)][ \t])/.exec(line)?.[0];
  return indent !== undefined && indent.length > MAX_DEPTH * 2;
}
