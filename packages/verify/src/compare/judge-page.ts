import type { Vocabulary } from '../expected/vocabulary.ts';
import { activeIn, waits } from '../markup/active.ts';
import { allElements, type Element, findElement, matches } from '../markup/element.ts';
import { formulaFault, formulasIn } from '../markup/formulas.ts';
import { type Hiding, hiddenIn } from '../markup/hiding.ts';
import type { Case } from './findings.ts';

/** Attributes that say something to a reader. */
const SAYING = 'title aria-label alt placeholder data-none data-one data-count data-done data-mark'.split(
  ' ',
);

/** Text outside answers and prose, a piece each, with what is said by attributes only. */
function piecesOf(root: Element, apart: (element: Element) => boolean): readonly string[] {
  if (apart(root)) return [];
  return [
    ...SAYING.flatMap((name) => root.attributes[name] || []),
    ...root.children.flatMap((child) => {
      if (typeof child !== 'string') return piecesOf(child, apart);
      // A letter by itself is the head of a part of an index.
      return /^\s*\p{L}?\p{M}*\s*$/u.test(child) ? [] : [child];
    }),
  ];
}

export interface JudgeRequest {
  readonly root: Element;
  readonly hiding: Hiding;
  readonly vocabulary: Vocabulary;
  /** Whether a page may load the site's scripts and must have its policy. */
  readonly site: boolean;
  /** The site's style sheet. */
  readonly sheet?: string | undefined;
  /** A selector of answers and prose, which are compared word by word. */
  readonly content: string;
  /** A list of changes quotes earlier editions and tells screen readers what was deleted. */
  readonly quotes: boolean;
}

/** Parts that are compared separately, hold none of the handbook's words, or quote earlier editions. */
const NO_WORDS = 'script, style, math, [id^=_letter-], .sum, .size, .count, .letters, .changed-in, .history';
/** Parts of content that no reader needs to see. */
const BESIDE = '[role~=doc-backlink], [role~=doc-pagebreak]';
/** Lists for machines, which readers do not see. */
const LISTS = '[epub\\:type~=page-list], [epub\\:type~=landmarks]';

/**
 * Returns the first thing that is hidden. In content nothing may be; outside it, only what waits for a script
 * or an action of the reader.
 */
function hiddenOn({ root, hiding, content }: JudgeRequest): ReturnType<typeof hiddenIn> {
  const main = findElement(root, 'main') ?? findElement(root, 'body') ?? root;
  const beside = hiddenIn(main, hiding, (one) => waits(one) || matches(one, `${LISTS}, ${content}`));
  return allElements(main, content).reduce(
    (found, one) => found ?? hiddenIn(one, hiding, (inner) => matches(inner, BESIDE)),
    beside,
  );
}

/**
 * Judges one page: nothing is hidden or active, all words are the handbook's, and formulas show their TeX.
 */
export function judgePage(page: Case, request: JudgeRequest): void {
  const { root, vocabulary, site, content, sheet, quotes } = request;
  const active = activeIn(root, { scripts: site, policy: site, ...(sheet === undefined ? {} : { sheet }) });
  page.none('active', active[0], `the page holds ${active.join(', ')}`);
  if (quotes) return;
  const hidden = hiddenOn(request);
  page.none('painting', hidden?.why, `<${hidden?.element.name}> is hidden by ${hidden?.why}`);
  const apart = `${NO_WORDS}, ${content}`;
  page.words(
    'documents',
    vocabulary,
    piecesOf(root, (one) => matches(one, apart)),
    'the page says',
  );
  const wrong = formulasIn(root).find(({ tex, drawn }) => formulaFault(tex, drawn) !== undefined);
  const fault = wrong && formulaFault(wrong.tex, wrong.drawn);
  page.none('formulas', wrong?.tex, `the formula “${wrong?.tex}” is not what it shows: ${fault}`);
}
