import type { PageBreakPlace } from '@octavo/core';
import type { Anchor, DisplayPage, Item, LinkArea } from '../display/display-list.ts';
import { FAINT } from '../page/theme.ts';
import { frameBoxes, type Placed } from './frame-boxes.ts';
import { noteDepth, noteHeight, noteQueue } from './note-queue.ts';
import { moved, type Piece } from './piece.ts';

export interface PageSettings {
  readonly depth: number;
  readonly measure: number;
  readonly rightToLeft: boolean;
  readonly leading: number;
  /** The first page is a chapter's. */
  readonly opening: boolean;
  readonly fallback: PageBreakPlace;
  /** The pieces of the footnotes, by anchor. */
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}

/** A page in the making. */
interface Sheet {
  readonly placed: Placed[];
  y: number;
  readonly notes: Piece[];
}

/**
 * Cuts pieces into pages. What is kept together moves to the next page together, unless it is taller
 * than a page. Footnotes stand at the foot of the page that cites them; what is over a third of the
 * page goes on to the next.
 */
export function paginate(pieces: readonly Piece[], settings: PageSettings): DisplayPage[] {
  const { depth } = settings;
  const pages: DisplayPage[] = [];
  const notes = noteQueue(settings);
  let sheet: Sheet = { placed: [], y: 0, notes: [] };
  let place = settings.fallback;

  function turn(): void {
    place = pageOf(pages, sheet, settings, place);
    sheet = { placed: [], y: 0, notes: notes.carryOn() };
  }

  function put(group: readonly Piece[], repeated = false): void {
    for (const piece of group) {
      // At the top of a page a box's own padding is all the space there is.
      sheet.y +=
        sheet.placed.length > 0
          ? piece.before
          : piece.frames.reduce((total, frame) => total + frame.above, 0);
      sheet.placed.push({ piece, y: sheet.y, repeated });
      sheet.y += piece.height;
      if (!repeated) notes.cite(piece, sheet);
    }
  }

  function needs(group: readonly Piece[]): number {
    let height = 0;
    for (const [index, piece] of group.entries())
      height += piece.height + (index > 0 || sheet.placed.length > 0 ? piece.before : 0);
    return height + noteDepth([...sheet.notes, ...group.flatMap(notes.begun)], settings.leading);
  }

  /** Puts a group on the page where it fits, or else the next, below the head of its table. */
  function putGroup(group: readonly Piece[]): void {
    if (sheet.placed.length > 0 && sheet.y + needs(group) > depth + 0.5) {
      turn();
      const head = group[0]?.head;
      if (head) put([head], true);
    }
    const fits = needs(group) <= depth - sheet.y + 0.5 || group.length === 1;
    // Taller than a page: broken where it must be.
    if (fits) put(group);
    else for (const piece of group) putGroup([piece]);
  }

  for (const group of groups(pieces)) putGroup(group);
  if (sheet.placed.length > 0 || sheet.notes.length > 0 || notes.isWaiting()) turn();
  while (sheet.notes.length > 0) turn();
  return pages;
}

function* groups(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let group: Piece[] = [];
  for (const piece of pieces) {
    group.push(piece);
    if (piece.keep) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Adds a page; returns the place where it leaves off. */
function pageOf(
  pages: DisplayPage[],
  sheet: Sheet,
  settings: PageSettings,
  before: PageBreakPlace,
): PageBreakPlace {
  const items: Item[] = [];
  const links: LinkArea[] = [];
  const anchors: Anchor[] = [];
  const own = sheet.placed.filter(({ repeated }) => !repeated);
  items.push(...frameBoxes(sheet.placed));
  for (const { piece, y, repeated } of sheet.placed) {
    const set = moved(piece, 0, y);
    // A repeated head is read once only.
    items.push(
      ...(repeated
        ? set.items.map((item) => (item.kind === 'box' ? item : { ...item, content: -1 }))
        : set.items),
    );
    if (repeated) continue;
    links.push(...set.links);
    anchors.push(...piece.anchors.map((name) => ({ name, y })));
  }
  if (sheet.notes.length > 0) {
    let y = settings.depth - noteHeight(sheet.notes);
    items.push({
      kind: 'box',
      x: settings.rightToLeft ? settings.measure * 0.78 : 0,
      y: y - settings.leading * 0.45,
      width: settings.measure * 0.22,
      height: 0.5,
      fill: FAINT,
    });
    for (const [index, note] of sheet.notes.entries()) {
      if (index > 0) y += note.before;
      const set = moved(note, 0, y);
      items.push(...set.items);
      links.push(...set.links);
      anchors.push(...note.anchors.map((name) => ({ name, y })));
      y += note.height;
    }
  }
  const first = own.find(({ piece }) => piece.place)?.piece.place ?? before;
  const entries = own.flatMap(({ piece }) => piece.entry ?? []);
  const [from, to] = [entries[0], entries.at(-1)];
  pages.push({
    frame: 'block',
    items,
    links,
    anchors,
    place: first,
    ...(from !== undefined && to !== undefined ? { entries: [from, to] as const } : {}),
    opening: settings.opening && pages.length === 0,
  });
  return own.findLast(({ piece }) => piece.place)?.piece.place ?? before;
}
