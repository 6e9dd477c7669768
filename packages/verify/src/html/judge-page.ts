import type { Subject } from '../parity.ts';
import type { Vocabulary } from '../expected/vocabulary.ts';
import { activeIn, waits } from '../markup/active.ts';
import { formulaFault, formulasIn, piecesOf } from '../markup/drawn.ts';
import { allElements, type Element, findElement, hasClass, names } from '../markup/element.ts';
import { type Hiding, hiddenIn } from '../markup/hiding.ts';

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
}

/** Parts that are compared by themselves, or hold no words of the handbook's. */
function apart(element: Element): boolean {
  const { name } = element;
  return (
    name === 'script' ||
    name === 'math' ||
    (element.attributes.id ?? '').startsWith('_letter-') ||
    ['sum', 'size', 'count', 'letters'].some((one) => hasClass(element, one)) ||
    holdsContent(element)
  );
}

/** Answers and prose, which are compared word by word. */
function holdsContent(element: Element): boolean {
  return hasClass(element, 'answer') || (element.name === 'article' && hasClass(element, 'prose'));
}

/** The first thing that is hidden: in content nothing may be, beside it what waits for a script or a reader may. */
function hiddenOn(root: Element, main: Element, hiding: Hiding): ReturnType<typeof hiddenIn> {
  const above = (pathTo(root, main) ?? [root]).slice(0, -1);
  const beside = hiddenIn(main, above, hiding, (one) => waits(one) || holdsContent(one));
  if (beside) return beside;
  for (const content of allElements(main).filter(holdsContent)) {
    const path = (pathTo(root, content) ?? [root]).slice(0, -1);
    const found = hiddenIn(content, path, hiding, (one) => names(one, 'role', 'doc-backlink'));
    if (found) return found;
  }
  return undefined;
}

/** Judges a page: nothing hidden, nothing active, no words but the handbook's, formulas that show their TeX. */
export function judgePage({ root, hiding, vocabulary, site }: JudgeRequest): readonly Judgement[] {
  const body = findElement(root, (one) => one.name === 'body') ?? root;
  const content = findElement(root, (one) => one.name === 'main') ?? body;
  const hidden = hiddenOn(root, content, hiding);
  const active = activeIn(root, { scripts: site, policy: site });
  const words = piecesOf(root, apart)
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
