import type { Entry, Handbook } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { type BlockContext, childPlace } from '../flow/block-context.ts';
import { plainRuns } from '../flow/inline.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { inMargin } from '../page/geometry.ts';
import { INK } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';
import { contentsPages } from './contents-pages.ts';
import { finishList } from './lists.ts';
import { COLUMN, tocLine } from './toc-line.ts';

/** A line of the contents that is no entry: a prose page, a chapter, the index. */
export interface ContentsItem {
  readonly title: string;
  readonly anchor: string;
  readonly label?: string;
  readonly part?: string;
  readonly entries?: readonly Entry[];
}

/**
 * The table of contents, to the level of entries, with leaders; its numbers are slots. The place of a
 * line is its number from the top, chapters and entries counted alike.
 */
export function layOutContents(
  session: Session,
  handbook: Handbook,
  items: readonly ContentsItem[],
): DisplayList {
  session.at({ path: 'handbook.yaml', name: handbook.labels.contents });
  const { geometry, structure } = session;
  const node = structure.open('Sect', -1, { title: handbook.labels.contents });
  const context = rootContext(session, node, 'matter', 'contents');
  context.column.anchor('contents');
  const width = geometry.measure + geometry.hang * COLUMN;
  sectionTitle(handbook.labels.contents, context, inMargin(geometry, width, COLUMN), width);
  const toc = structure.open('TOC', node);
  let count = 0;
  for (const [index, item] of items.entries()) {
    const own = { ...context, place: childPlace(context.place, count++) };
    if (item.part) partTitle(item.part, toc, own);
    const { body } = session.theme;
    const isChapter = item.entries !== undefined;
    const style: TextStyle = isChapter
      ? { ...session.theme.question, size: body.size * 1.06, color: INK }
      : { ...body, features: ['lnum'] };
    const apart = isChapter || items[index - 1]?.entries !== undefined;
    context.column.space(geometry.leading * (apart ? 1.1 : 0.25));
    const toci = structure.open('TOCI', toc);
    tocLine(
      {
        label: item.label ?? '',
        title: [{ type: 'text', value: item.title }],
        anchor: item.anchor,
        style,
        node: toci,
        keep: isChapter,
      },
      own,
    );
    if (!item.entries) continue;
    context.column.space(geometry.leading * 0.3);
    const inner = structure.open('TOC', toc);
    for (const [at, entry] of item.entries.entries()) {
      const line = structure.open('TOCI', inner);
      const small: TextStyle = { ...body, size: body.size * 0.94, features: ['lnum'] };
      tocLine(
        {
          label: entry.number,
          title: entry.question,
          anchor: entryAnchor(entry.number),
          style: small,
          node: line,
          keep: at === 0,
        },
        { ...context, place: childPlace(context.place, count++) },
      );
    }
  }
  return finishList(session, contentsPages(context));
}

function partTitle(title: string, toc: number, context: BlockContext): void {
  const { session, column } = context;
  const node = session.structure.open('TOCI', toc);
  const style = { ...session.theme.label, size: session.theme.label.size * 1.1 };
  column.space(context.leading * 1.4);
  const lines = setText(session, plainRuns(session, title, style, session.structure.open('P', node)), {
    width: context.width,
    leading: context.leading,
    direction: context.direction,
  });
  column.addLines(lines, {
    x: inMargin(session.geometry, context.width, COLUMN),
    place: context.place,
    keep: true,
    together: true,
  });
}
