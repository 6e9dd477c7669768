import { declaredNumbers, isNumber, type NumberSystem, numberAtStart } from '@octavo/core';
import type { PhrasingContent } from 'mdast';
import type { Arranged, Placed } from '../model/arrangement.ts';
import { textOf } from '../model/text-of.ts';
import { splitAt, trimmed } from '../recognise/phrasing.ts';

/** `numbers:` of handbook.yaml. */
type Declared = NonNullable<Parameters<typeof declaredNumbers>[0]['numbers']>;

/** The grammar that the numbers of a source speak for. */
export interface OwnGrammar {
  readonly declared: Declared;
  readonly system: NumberSystem;
}

/** Grammars that numbers in the world have, the strictest first: the first that fits all numbers is theirs, or else the first that fits most. */
const KNOWN: readonly Declared[] = [
  { forms: [[{ decimal: { from: 0 } }]] },
  { forms: [['decimal', { maybe: ['letters'] }]] },
  { preset: 'legal' },
  { forms: [['§', 'decimal', 'insertion']] },
  { forms: [['Art. ', 'decimal', 'insertion']] },
  { forms: [['Q', 'decimal']] },
  { forms: [['Q', 'decimal', { maybe: ['letters'] }]] },
  { forms: [['decimal', '-', 'decimal']] },
  { forms: [[{ decimal: { width: 2 } }]] },
  { forms: [[{ decimal: { width: 3 } }]] },
  { forms: [['ROMAN', { repeat: ['.', 'decimal'] }]] },
  { forms: [['ROMAN', '.', 'LETTERS']] },
  { preset: 'standard' },
  { preset: 'rulebook' },
  { preset: 'regulation', closing: ')' },
  { preset: 'regulation' },
];

/** The grammar that all these numbers are of: none to declare where it is the default. Undefined when it is none that is known. */
export function grammarOfAll(
  numbers: readonly string[],
): { readonly declared?: Declared | undefined } | undefined {
  if (numbers.every((number) => isNumber(number))) return {};
  const declared = KNOWN.find((one) =>
    numbers.every((number) => isNumber(number, declaredNumbers({ numbers: one }).numbers)),
  );
  return declared && { declared };
}

/** So many numbers, at least, must not be of the default grammar, and so large a part of the questions must fit another. */
const LEAST = 3;
const SHARE = 0.6;

/**
 * The questions with the numbers that they were printed with, where those speak for a grammar other than the
 * default: `UG-3.1.6A`, `§ 14a`, `A1a1)`. Undefined where 618, 634A and 3.1.6 say it as well.
 */
export function ownGrammar(
  given: readonly Arranged[],
): { readonly chapters: readonly Arranged[]; readonly grammar: OwnGrammar } | undefined {
  const chapters = given.map(lettered);
  const all = chapters.flatMap(({ questions }) => questions);
  const odd = all.filter((placed) => !isDefault(placed)).length;
  if (odd < LEAST) return undefined;
  let best: ReturnType<typeof ownGrammar>;
  for (const declared of KNOWN) {
    const { numbers: system } = declaredNumbers({ numbers: declared });
    if (!system) continue;
    const printed = new Map(all.map((placed) => [placed, printedNumber(placed, system)]));
    const found = [...printed.values()].flatMap((one) => one?.number ?? []);
    if (found.length < Math.max(LEAST, all.length * SHARE) || new Set(found).size < found.length) continue;
    if (found.filter((number) => !isNumber(number)).length < LEAST) continue;
    const own = (placed: Placed): Placed => {
      const one = printed.get(placed);
      const { number: _, ...found } = placed.found;
      return { ...placed, found: one ? { ...found, ...one } : found };
    };
    const made = {
      chapters: chapters.map((chapter) => ({ ...chapter, questions: chapter.questions.map(own) })),
      grammar: { declared, system },
    };
    if (found.length === all.length) return made;
    best ??= made;
  }
  return best;
}

/** In a chapter with a Roman number the letters of questions (I, A) are the rest of theirs: I.A. */
function lettered(chapter: Arranged): Arranged {
  const roman = /^\s*([IVXLC]+)[.):\s–—-]/.exec(chapter.title ?? '')?.[1];
  if (roman === undefined) return chapter;
  const letters = chapter.questions.map(({ found }) =>
    LETTER.exec((found.printed ?? '') + textOf(found.question)),
  );
  // They count from A, without a gap: "I. May I …" is none of them.
  const isCounted = letters.every((letter, at) => letter?.[1] === String.fromCharCode(65 + at));
  if (!isCounted) return chapter;
  const questions = chapter.questions.map((placed, at): Placed => {
    const { found } = placed;
    const taken = Math.max(0, (letters[at]?.[0].length ?? 0) - (found.printed ?? '').length);
    const [, question] = splitAt(found.question, taken);
    return {
      ...placed,
      found: { ...found, printed: `${roman}.${letters[at]?.[1]}. `, question: trimmed(question) },
    };
  });
  return { ...chapter, questions };
}

const LETTER = /^\s*([A-Z])[.)]\s+/;

/** Whether what a question begins with is a number of the default grammar, or none at all. */
function isDefault({ found }: Placed): boolean {
  const text = (found.printed ?? '') + textOf(found.question);
  const [word = ''] = text.trim().split(/[\s:]+/);
  const bare = word.replace(/[.):–—-]+$/, '');
  return !/[\d§]|^[IVXLC]+(?:\.[A-Z])?$|^[A-Z]$/.test(bare) || isNumber(bare);
}

/** The number that a question was printed with, and the question without it. */
function printedNumber(
  { found }: Placed,
  system: NumberSystem,
): { readonly number: string; readonly question: readonly PhrasingContent[] } | undefined {
  const before = found.printed ?? '';
  const nodes: readonly PhrasingContent[] =
    before === '' ? found.question : [{ type: 'text', value: before }, ...found.question];
  const text = textOf(nodes);
  const start = text.length - text.trimStart().length;
  const read = numberAtStart(text.slice(start).replace(/[\u00a0\u202f]/g, ' '), system);
  const mark = read && /^[.:)–—-]*(?:\s+|$)/.exec(read.rest);
  if (!read || !mark || mark[0].length >= read.rest.length) return undefined;
  const [, question] = splitAt(nodes, start + read.number.length + mark[0].length);
  return { number: read.number, question: trimmed(question) };
}
