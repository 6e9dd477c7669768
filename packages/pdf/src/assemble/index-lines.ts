import { fillLabel } from '@octavo/core';
import { entryAnchor, type IndexHeading } from '@octavo/core/say';
import { type BlockContext, setIn } from '../flow/block-context.ts';
import { plainRuns } from '../flow/inline.ts';
import { BLANK, moved, type Piece } from '../flow/piece.ts';
import type { Session } from '../flow/session.ts';
import { stack } from '../flow/stack.ts';
import { ACCENT } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { textWidth } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';

/** This is where the index is set, and on which page an anchor is. */
export interface IndexSetting {
  /** The place of this context is that of the index. */
  readonly context: BlockContext;
  /** This is the width of a column. */
  readonly width: number;
  readonly labelOf: (anchor: string) => string | undefined;
}

const HANG = 12;

/**
 * Sets a heading of the index with its entries and their pages, and the headings below it. `above` repeats, at the top
 * of a column that begins with this heading, which heading it stands below.
 */
export function indexLines(heading: IndexHeading, list: number, setting: IndexSetting, above?: Piece): void {
  const { session, column, place } = setting.context;
  const level = heading.path.length - 1;
  if (level === 0) column.entry = heading.term;
  const body = session.structure.open('LBody', session.structure.open('LI', list));
  column.addLines(setLines(indexRuns(heading, body, setting), level, setting), {
    x: isRight(setting.context) ? 0 : (level + 1) * HANG,
    place: { ...place, path: heading.path },
    keep: heading.below.length > 0 && level === 0,
    together: true,
    head: above,
  });
  if (heading.below.length > 0) {
    const inner = session.structure.open('L', body, { numbering: 'None' });
    const again = fillLabel(session.facts.labels.indexContinued, { term: heading.term });
    const lines = stack(setLines(plainRuns(session, again, styleOf(session), -1), level, setting));
    const shown = moved(lines, isRight(setting.context) ? 0 : HANG, 0);
    const head = above ?? { ...BLANK, ...shown, keep: true };
    for (const below of heading.below) indexLines(below, inner, setting, head);
  }
  if (level === 0) column.entry = undefined;
}

/** Returns how wide a heading and those below it would be on one line each, with their indents. */
export function* indexWidths(heading: IndexHeading, setting: IndexSetting): Generator<number> {
  const { session } = setting.context;
  const text = partsOf(heading, setting).map((part) => part.text);
  const run = { text: text.join(''), style: styleOf(session), content: -1, language: session.facts.language };
  yield heading.path.length * HANG + textWidth(session, [run]);
  for (const below of heading.below) yield* indexWidths(below, setting);
}

/** Returns the term, and behind it each entry. The entries of one page share the page's number. */
function indexRuns(heading: IndexHeading, body: number, setting: IndexSetting): TextRun[] {
  const { session } = setting.context;
  const style = styleOf(session);
  return partsOf(heading, setting).flatMap(({ text, number }) => {
    if (number === undefined) return plainRuns(session, text, style, body);
    const node = session.structure.open('Link', body);
    const target = { kind: 'anchor', name: entryAnchor(number) } as const;
    const link = { node, target, contents: `${heading.term}: ${number}` };
    return plainRuns(session, text, { ...style, color: ACCENT }, node).map((run) => ({ ...run, link }));
  });
}

function partsOf(
  { term, numbers }: IndexHeading,
  { context, labelOf }: IndexSetting,
): readonly { readonly text: string; readonly number?: string }[] {
  const { pageReference } = context.session.facts.labels;
  const placed = numbers.flatMap((number) => {
    const page = labelOf(entryAnchor(number));
    return page === undefined ? [] : [{ number, page }];
  });
  return [
    { text: term },
    ...placed.flatMap(({ number, page }, at) => {
      const before = placed[at - 1];
      const isLast = placed[at + 1]?.page !== page;
      const place = fillLabel(pageReference, { page });
      const text = isLast ? `${number}, ${place}` : number;
      return [{ text: before && before.page !== page ? '; ' : ', ' }, { text, number }];
    }),
  ];
}

function styleOf({ theme }: Session): TextStyle {
  return { ...theme.small, features: ['lnum'] };
}

/** Sets lines. The second line and those after it are indented more than the headings below. */
function setLines(
  runs: readonly TextRun[],
  level: number,
  { context, width }: IndexSetting,
): readonly SetLine[] {
  const [first, ...others] = setIn(context, runs, { width: width - (level + 1) * HANG, indent: -HANG });
  if (!first || !isRight(context)) return first ? [first, ...others] : others;
  // From right to left the first line stands further right.
  return [moved(first, HANG, 0), ...others];
}

function isRight({ direction }: BlockContext): boolean {
  return direction === 'rtl';
}
