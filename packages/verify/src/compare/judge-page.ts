import type { Vocabulary } from '../expected/vocabulary.ts';
import { activeIn, waits } from '../markup/active.ts';
import { allElements, type Element, findElement, matches } from '../markup/element.ts';
import { formulaFault, formulasIn } from '../markup/formulas.ts';
import { type Hiding, hiddenIn } from '../markup/hiding.ts';
import { piecesOf } from '../markup/pieces.ts';
import type { Case } from './findings.ts';

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
  /** A list of changes quotes earlier editions, and says to ears what is struck out. */
  readonly quotes: boolean;
}

/** Parts that are compared by themselves, or hold no words of the handbook's. */
const NO_WORDS = 'script, style, math, [id^=_letter-], .sum, .size, .count, .letters';
/** What no reader needs to see in content. */
const BESIDE = '[role~=doc-backlink], [role~=doc-pagebreak]';
/** Lists for machines, which readers do not see. */
const LISTS = '[epub\\:type~=page-list], [epub\\:type~=landmarks]';

/** The first thing that is hidden: in content nothing may be, beside it what waits for a script or a reader may. */
function hiddenOn({ root, hiding, content }: JudgeRequest): ReturnType<typeof hiddenIn> {
  const main = findElement(root, 'main') ?? findElement(root, 'body') ?? root;
  const beside = hiddenIn(main, hiding, (one) => waits(one) || matches(one, `${LISTS}, ${content}`));
  return allElements(main, content).reduce(
    (found, one) => found ?? hiddenIn(one, hiding, (inner) => matches(inner, BESIDE)),
    beside,
  );
}

/** Judges a page by itself: nothing hidden, nothing active, no words but the handbook's, formulas that show their TeX. */
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
