import type { Vocabulary } from '../expected/vocabulary.ts';
import type { Subject } from '../parity.ts';
import { activeIn, waits } from './active.ts';
import { allElements, type Element, findElement, hasClass, names } from './element.ts';
import { formulaFault, formulasIn } from './formulas.ts';
import { type Hiding, hiddenIn } from './hiding.ts';
import { piecesOf } from './pieces.ts';

/** What was judged of a page by itself, without the others. */
export interface Judgement {
  readonly subject: Subject;
  readonly found: string;
  /** In one sentence, when it is wrong. */
  readonly wrong: string | undefined;
}

export interface JudgeRequest {
  readonly root: Element;
  readonly hiding: Hiding;
  readonly vocabulary: Vocabulary;
  /** Whether a page may load the site's scripts and must have its policy. */
  readonly site: boolean;
  /** The site's style sheet. */
  readonly sheet?: string | undefined;
  /** Answers and prose, which are compared word by word. */
  readonly holdsContent: (element: Element) => boolean;
}

/** Parts that are compared by themselves, or hold no words of the handbook's. */
function holdsNoWords(element: Element): boolean {
  return (
    element.name === 'script' ||
    element.name === 'style' ||
    element.name === 'math' ||
    (element.attributes.id ?? '').startsWith('_letter-') ||
    ['sum', 'size', 'count', 'letters'].some((one) => hasClass(element, one))
  );
}

/** What no reader needs to see in content. */
const BESIDE = ['doc-backlink', 'doc-pagebreak'];

/** Lists for machines, which readers do not see. */
function isList(element: Element): boolean {
  return ['page-list', 'landmarks'].some((type) => names(element, 'epub:type', type));
}

/** The first thing that is hidden: in content nothing may be, beside it what waits for a script or a reader may. */
function hiddenOn(main: Element, { root, hiding, holdsContent }: JudgeRequest): ReturnType<typeof hiddenIn> {
  const above = (pathTo(root, main) ?? [root]).slice(0, -1);
  const beside = hiddenIn(main, above, hiding, (one) => waits(one) || isList(one) || holdsContent(one));
  if (beside) return beside;
  for (const content of allElements(main).filter(holdsContent)) {
    const path = (pathTo(root, content) ?? [root]).slice(0, -1);
    const found = hiddenIn(content, path, hiding, (one) => BESIDE.some((role) => names(one, 'role', role)));
    if (found) return found;
  }
  return undefined;
}

/** Judges a page: nothing hidden, nothing active, no words but the handbook's, formulas that show their TeX. */
export function judgePage(request: JudgeRequest): readonly Judgement[] {
  const { root, vocabulary, site, holdsContent, sheet } = request;
  const body = findElement(root, (one) => one.name === 'body') ?? root;
  const content = findElement(root, (one) => one.name === 'main') ?? body;
  const hidden = hiddenOn(content, request);
  const active = activeIn(root, {
    scripts: site,
    policy: site,
    ...(sheet === undefined ? {} : { sheet }),
  });
  const words = piecesOf(root, (one) => holdsNoWords(one) || holdsContent(one))
    .map((piece) => vocabulary.unexplained(piece))
    .find((one) => one !== undefined);
  const formula = formulasIn(root)
    .map(({ tex, drawn }) => [tex, formulaFault(tex, drawn)] as const)
    .find(([, wrong]) => wrong !== undefined);
  return [
    {
      subject: 'painting',
      found: hidden?.why ?? '',
      wrong: hidden && `<${hidden.element.name}> is hidden by ${hidden.why}`,
    },
    { subject: 'active', found: active[0] ?? '', wrong: active[0] && `the page holds ${active.join(', ')}` },
    {
      subject: 'documents',
      found: words ?? '',
      wrong: words === undefined ? undefined : `the page says “${words}”, which the handbook does not`,
    },
    {
      subject: 'formulas',
      found: formula?.[0] ?? '',
      wrong: formula && `the formula “${formula[0]}” is not what it shows: ${formula[1]}`,
    },
  ];
}

function pathTo(from: Element, to: Element): Element[] | undefined {
  if (from === to) return [from];
  for (const child of from.children) {
    const below = typeof child === 'string' ? undefined : pathTo(child, to);
    if (below) return [from, ...below];
  }
  return undefined;
}
