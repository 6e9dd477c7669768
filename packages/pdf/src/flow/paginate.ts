import type { PageBreakPlace } from '@octavo/core';
import type { Anchor, DisplayPage, Item, LinkArea } from '../display/display-list.ts';
import { FAINT } from '../page/theme.ts';
import { fillPage } from './fill-page.ts';
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
  /**
   * Says whether pages are filled: then their last lines stand at one height, and the last page has more than
   * a few.
   */
  readonly filled?: boolean;
  /** The pieces of the footnotes, by anchor. */
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}

/** A page in the making. */
interface Sheet {
  placed: Placed[];
  y: number;
  readonly notes: Piece[];
}

/**
 * Cuts pieces into pages. What is kept together moves to the next page together, unless it is taller
 * than a page. Footnotes stand at the foot of the page that cites them; what is over a third of the
 * page goes on to the next.
 */
export function paginate(pieces: readonly Piece[], settings: PageSettings): DisplayPage[] {
  const whole = cutPages(pieces, settings, []);
  if (!settings.filled || whole.length < 2) return whole.map(({ page }) => page);
  // The last page takes lines from the page before it where its own would be too few.
  for (let given = 1; given <= LEAST_LINES * 2; given++) {
    if ((whole.at(-1)?.lines ?? 0) > LEAST_LINES) break;
    const depths = whole.map((_, index) => (index === whole.length - 2 ? given * settings.leading : 0));
    const other = cutPages(pieces, settings, depths);
    if (other.length > whole.length) break;
    if ((other.at(-1)?.lines ?? 0) > LEAST_LINES) return other.map(({ page }) => page);
  }
  return whole.map(({ page }) => page);
}

/** No last page holds as few lines as this. */
const LEAST_LINES = 3;

interface CutPage {
  readonly page: DisplayPage;
  /** How deep its text is, in lines. */
  readonly lines: number;
}

/** `spared`: what each page leaves empty at its foot. */
function cutPages(
  pieces: readonly Piece[],
  settings: PageSettings,
  spared: readonly number[],
): readonly CutPage[] {
  const { leading } = settings;
  const pages: DisplayPage[] = [];
  const cut: CutPage[] = [];
  const depthOf = (): number => settings.depth - (spared[pages.length] ?? 0);
  let depth = depthOf();
  const notes = noteQueue(settings);
  let sheet: Sheet = { placed: [], y: 0, notes: [] };
  let place = settings.fallback;

  function turn(isLast = false): void {
    if (settings.filled && !isLast && sheet.notes.length === 0)
      fillPage(sheet.placed, settings.depth, leading);
    place = pageOf(pages, sheet, settings, place);
    cut.push({ page: pages[pages.length - 1] as DisplayPage, lines: sheet.y / leading + sheet.notes.length });
    sheet = { placed: [], y: 0, notes: notes.carryOn() };
    depth = depthOf();
  }

  /** Where a piece stands: a line of the page's leading on the grid. */
  function placeOf(piece: Piece, y: number, isFirst: boolean): number {
    // At the top of a page, the padding of a box is all the space there is.
    const top = y + (isFirst ? piece.frames.reduce((total, frame) => total + frame.above, 0) : piece.before);
    if (piece.leading !== leading) return top;
    const { above = 0, half = false } = piece;
    const step = half ? leading / 2 : leading;
    return Math.ceil((top + above) / step - GRID) * step - above;
  }

  function put(group: readonly Piece[], repeated = false): void {
    for (const piece of group) {
      if (piece.leading === leading) centre(sheet, piece, placeOf(piece, sheet.y, false));
      sheet.y = placeOf(piece, sheet.y, sheet.placed.length === 0);
      sheet.placed.push({ piece, y: sheet.y, repeated });
      sheet.y += piece.height;
      if (!repeated) notes.cite(piece, sheet);
    }
  }

  function needs(group: readonly Piece[]): number {
    let end = sheet.y;
    for (const [index, piece] of group.entries())
      end = placeOf(piece, end, index === 0 && sheet.placed.length === 0) + piece.height;
    return end - sheet.y + noteDepth([...sheet.notes, ...group.flatMap(notes.begun)], leading);
  }

  /** Puts a group on the page where it fits, or else the next, below the head of its table. */
  function putGroup(group: readonly Piece[]): void {
    let wanted = needs(group);
    if (sheet.placed.length > 0 && sheet.y + wanted > depth + 0.5) {
      turn();
      const head = group[0]?.head;
      if (head) put([head], true);
      wanted = needs(group);
    }
    const fits = wanted <= depth - sheet.y + 0.5 || group.length === 1;
    // A group that is taller than a page is broken where it must be.
    if (fits) put(group);
    else for (const piece of group) putGroup([piece]);
  }

  for (const group of groups(pieces)) putGroup(group);
  if (sheet.placed.length > 0 || sheet.notes.length > 0 || notes.isWaiting()) turn(true);
  while (sheet.notes.length > 0) turn(true);
  return cut;
}

/** Of the space that brings a line back to the grid, what stands off the grid above it gets one half. */
function centre({ placed, y }: Sheet, { leading, before }: Piece, next: number): void {
  const spare = next - y - before;
  const from = placed.findLastIndex(({ piece }) => piece.leading === leading) + 1;
  if (spare < 0.1 || from === 0 || from === placed.length) return;
  for (let at = from; at < placed.length; at++) {
    const own = placed[at] as Placed;
    placed[at] = { ...own, y: own.y + spare / 2 };
  }
}

/** A line that stands below the grid by at most this share of a line counts as standing on it. */
const GRID = 0.02;

function* groups(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let group: Piece[] = [];
  let kept = 0;
  for (const piece of pieces) {
    const last = group.at(-1);
    // The second of two pieces that stay with another is of that piece's own entry.
    if (last && !last.keep && last.entry !== piece.entry) {
      yield group;
      [group, kept] = [[], 0];
    }
    group.push(piece);
    kept = Math.max(kept - 1, Number(piece.keep));
    if (kept > 0) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** A head that is repeated is read only once, without what marks its edits for the ear and in the margin. */
function seenAgain(item: Item): readonly Item[] {
  if (item.kind === 'box') return item.outer ? [] : [item];
  return item.kind === 'glyphs' && item.width === 0 ? [] : [{ ...item, content: -1 }];
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
    items.push(...(repeated ? set.items.flatMap(seenAgain) : set.items));
    if (repeated) continue;
    links.push(...set.links);
    anchors.push(...piece.anchors.map((anchor) => ({ ...anchor, y })));
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
      anchors.push(...note.anchors.map((anchor) => ({ ...anchor, y })));
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
