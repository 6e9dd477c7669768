import { entryAnchor, type IndexHeading } from '@octavo/core/say';
import type { BlockContext } from '../flow/block-context.ts';
import { plainRuns } from '../flow/inline.ts';
import { ACCENT } from '../page/theme.ts';
import type { TextSettings } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';

/** How the text of an index is set. */
export function textOf(context: BlockContext): Pick<TextSettings, 'leading' | 'direction'> {
  const { size } = context.session.theme.small;
  return { leading: size * 1.4, direction: context.direction };
}

const HANG = 12;

/**
 * A heading of the index with its pages and the headings below it, `width` points wide. The context's
 * place is that of the index.
 */
export function indexLines(
  heading: IndexHeading,
  list: number,
  width: number,
  context: BlockContext,
  labelOf: (anchor: string) => string | undefined,
): void {
  const { session, column } = context;
  const { structure, theme } = session;
  const item = structure.open('LI', list);
  const style = { ...theme.small, features: ['lnum'] };
  const body = structure.open('LBody', item);
  const runs: TextRun[] = plainRuns(session, heading.term, style, body);
  const printed = new Set<string>();
  for (const number of heading.numbers) {
    const anchor = entryAnchor(number);
    const label = labelOf(anchor);
    if (label === undefined || printed.has(label)) continue;
    printed.add(label);
    runs.push(...plainRuns(session, ', ', style, body));
    const node = structure.open('Link', body);
    const link = {
      node,
      target: { kind: 'anchor', name: anchor } as const,
      contents: `${heading.term}: ${number}`,
    };
    runs.push(
      ...plainRuns(session, label, { ...style, color: ACCENT }, node).map((run) => ({ ...run, link })),
    );
  }
  // Turned lines stand further in than the sub-headings.
  const level = heading.path.length - 1;
  const indent = level * HANG;
  const settings = { ...textOf(context), width: width - indent - HANG, indent: -HANG };
  const lines = setText(session, runs, settings);
  column.addLines(lines, {
    x: indent + HANG,
    place: { ...context.place, path: heading.path },
    keep: heading.below.length > 0 && level === 0,
    together: true,
  });
  if (heading.below.length === 0) return;
  const inner = structure.open('L', body, { numbering: 'None' });
  for (const below of heading.below) indexLines(below, inner, width, context, labelOf);
}
