import type { Entry, Handbook, Phrasing } from '@octavo/core';
import {
  type BookList,
  type ChapterLine,
  type ContentsLine,
  contentsOf,
  entryAnchor,
  sayText,
} from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { addIn, type BlockContext, childPlace, setIn } from '../flow/block-context.ts';
import { finishList } from '../flow/finish-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { matterAnchor, openSection } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import { inMargin } from '../page/geometry.ts';
import { INK } from '../page/theme.ts';
import type { TextStyle } from '../text/text-run.ts';
import { contentsPages } from './contents-pages.ts';
import { columnShare, LARGEST, tocLine } from './toc-line.ts';

/** This is a line of the contents that is no entry: a prose page, a chapter, the index. */
export interface ContentsItem {
  readonly title: string;
  readonly anchor: string;
  readonly label?: string;
  readonly part?: string;
  readonly entries?: readonly Entry[];
}

/**
 * Lays out the table of contents, down to the entries, with leaders; its page numbers are slots. The place of a line is
 * its number from the top, where chapters and entries count alike.
 */
export function layOutContents(
  session: Session,
  handbook: Handbook,
  items: readonly ContentsItem[],
): DisplayList {
  const { geometry, structure } = session;
  const numbers = items.flatMap(({ entries = [] }) => entries.map(({ number }) => number));
  const small: TextStyle = {
    ...session.theme.body,
    size: session.theme.body.size * 0.94,
    features: ['lnum'],
  };
  const share = columnShare(session, numbers, small.size);
  const { context, toc } = openContents(session, 'contents', handbook.labels.contents, share);
  let count = 0;
  for (const [index, item] of items.entries()) {
    const own = { ...context, place: childPlace(context.place, count++) };
    if (item.part) partTitle(item.part, item.anchor, toc, own, share);
    const { body } = session.theme;
    const isChapter = item.entries !== undefined;
    const style: TextStyle = isChapter
      ? { ...session.theme.question, size: body.size * LARGEST, color: INK }
      : { ...body, features: ['lnum'] };
    const apart = isChapter || items[index - 1]?.entries !== undefined;
    context.column.space(apart ? geometry.leading : 0);
    const toci = structure.open('TOCI', toc, { leads: item.anchor });
    tocLine(
      {
        label: item.label ?? '',
        title: [{ type: 'text', value: item.title }],
        anchor: item.anchor,
        style,
        node: toci,
        keep: isChapter,
        isHead: isChapter,
        share,
      },
      own,
    );
    if (!item.entries) continue;
    context.column.space(0);
    const inner = structure.open('TOC', toc);
    for (const [at, entry] of item.entries.entries()) {
      const line = structure.open('TOCI', inner, { leads: entryAnchor(entry.number) });
      tocLine(
        {
          label: entry.number,
          title: entry.question,
          anchor: entryAnchor(entry.number),
          style: small,
          node: line,
          keep: at === 0,
          isHead: false,
          share,
        },
        { ...context, place: childPlace(context.place, count++) },
      );
    }
  }
  return finishList(session, contentsPages(context));
}

/** Lays out a list of figures, tables or entries in the way of the contents. */
export function layOutBookList(session: Session, { id, title, groups }: BookList): DisplayList {
  const share = columnShare(session, [], 0);
  const { context, toc } = openContents(session, id, title, share);
  const style: TextStyle = { ...session.theme.body, features: ['lnum'] };
  let count = 0;
  for (const group of groups) {
    const [first] = group.lines;
    if (group.title.length > 0 && first)
      partTitle(
        sayText(group.title),
        first.anchor,
        toc,
        { ...context, place: childPlace(context.place, count) },
        share,
      );
    for (const { anchor, label, words } of group.lines) {
      const line: readonly Phrasing[] = [{ type: 'text', value: `${label}\u2002` }, ...words];
      const node = session.structure.open('TOCI', toc, { leads: anchor });
      const own = { ...context, place: childPlace(context.place, count++) };
      tocLine({ label: '', title: line, anchor, style, node, keep: false, isHead: false, share }, own);
    }
  }
  return finishList(session, contentsPages(context));
}

/** Begins a section of lines that lead into the book. */
function openContents(
  session: Session,
  name: string,
  title: string,
  share: number,
): { context: BlockContext; toc: number } {
  session.at({ path: 'handbook.yaml', name: title });
  const { geometry, structure } = session;
  const width = geometry.measure + geometry.hang * share;
  const context = openSection(session, 'matter', name, title, { x: inMargin(geometry, width, share), width });
  return { context, toc: structure.open('TOC', context.node) };
}

/** Adds the title of a part. It has no page of its own, so it leads to its first chapter, at `anchor`. */
function partTitle(title: string, anchor: string, toc: number, context: BlockContext, share: number): void {
  const { session, column } = context;
  const node = session.structure.open('TOCI', toc, { leads: anchor });
  const style = { ...session.theme.label, size: session.theme.label.size * 1.1 };
  column.space(context.leading * 1.4);
  const runs = plainRuns(session, title, style, session.structure.open('P', node));
  const x = inMargin(session.geometry, context.width, share);
  addIn(context, setIn(context, runs), { x, keep: true, together: true });
}

/**
 * Returns the lines of the contents, each with the anchor that it leads to. `changed` says whether it lists changes.
 */
export function contentsItems(handbook: Handbook, changed: boolean): readonly ContentsItem[] {
  return contentsOf(handbook, changed).flatMap(itemsOf);
}

function itemsOf(line: ContentsLine): readonly ContentsItem[] {
  switch (line.kind) {
    case 'page':
      return [{ title: line.page.title, anchor: line.page.id }];
    case 'chapter':
      return [chapterItem(line)];
    case 'part':
      return line.chapters.map((chapter, at) => ({
        ...chapterItem(chapter),
        ...(at === 0 ? { part: line.part.title } : {}),
      }));
    case 'matter':
      return [{ title: line.title, anchor: matterAnchor(line.matter) }];
  }
}

function chapterItem({ chapter, place }: ChapterLine): ContentsItem {
  return {
    title: chapter.title,
    anchor: `chapter-${chapter.id}`,
    label: `${place + 1}`,
    entries: chapter.entries,
  };
}
