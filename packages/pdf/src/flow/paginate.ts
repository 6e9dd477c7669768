import type { PageBreakPlace } from '@octavo/core';
import type { Anchor, DisplayPage, Item, LinkArea } from '../display/display-list.ts';
import { FAINT } from '../page/theme.ts';
import { frameBoxes, type Placed } from './frame-boxes.ts';
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

interface Sheet {
  readonly placed: Placed[];
  y: number;
  readonly notes: Piece[];
}

const NOTE_SHARE = 1 / 3;

/**
 * Cuts pieces into pages. What is kept together moves to the next page together, unless it is taller
 * than a page. Footnotes stand at the foot of the page that cites them; what is over a third of the
 * page goes on to the next.
 */
export function paginate(pieces: readonly Piece[], settings: PageSettings): DisplayPage[] {
  const { depth } = settings;
  const gap = settings.leading;
  const pages: DisplayPage[] = [];
  let sheet: Sheet = { placed: [], y: 0, notes: [] };
  let carried: Piece[] = [];
  const cited = new Set<string>();
  let place = settings.fallback;

  function turn(): void {
    place = pageOf(pages, sheet, settings, place);
    const notes = carriedOn(carried, settings);
    sheet = { placed: [], y: 0, notes };
    carried = carried.slice(notes.length);
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
      if (repeated) continue;
      // Notes that notes cite stand behind those of the line.
      const names = [...piece.notes];
      for (const name of names) {
        const note = noteOnce(name);
        addNote(note);
        names.push(...note.flatMap(({ notes }) => notes));
      }
    }
  }

  function noteOnce(name: string): readonly Piece[] {
    if (cited.has(name)) return [];
    cited.add(name);
    return settings.notes.get(name) ?? [];
  }

  function addNote(note: readonly Piece[]): void {
    for (const piece of note) {
      const wanted = noteDepth([...sheet.notes, piece], gap);
      const room = depth - sheet.y;
      const first = piece === note[0];
      const fits =
        carried.length === 0 &&
        wanted <= room &&
        (first || wanted <= depth * NOTE_SHARE || wanted <= room - gap * 4);
      (fits ? sheet.notes : carried).push(piece);
    }
  }

  function needs(group: readonly Piece[]): number {
    let height = 0;
    const notes: Piece[] = [];
    for (const [index, piece] of group.entries()) {
      height += piece.height + (index > 0 || sheet.placed.length > 0 ? piece.before : 0);
      // A citing line needs room for the beginning of its note at least.
      for (const name of piece.notes) {
        if (!cited.has(name)) notes.push(...(settings.notes.get(name) ?? []).slice(0, 2));
      }
    }
    return height + noteDepth([...sheet.notes, ...notes], gap);
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
  if (sheet.placed.length > 0 || sheet.notes.length > 0 || carried.length > 0) turn();
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

/** The notes that a page takes over from the one before it: some of its foot, and one in any case. */
function carriedOn(carried: readonly Piece[], { depth, leading }: PageSettings): Piece[] {
  const notes: Piece[] = [];
  for (const note of carried) {
    if (notes.length > 0 && noteDepth([...notes, note], leading) > depth * 0.8) break;
    notes.push(note);
  }
  return notes;
}

/** How much of a page's foot notes take. */
function noteDepth(notes: readonly Piece[], gap: number): number {
  if (notes.length === 0) return 0;
  return gap + notes.reduce((total, note, index) => total + note.height + (index > 0 ? note.before : 0), 0);
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
    const height = sheet.notes.reduce(
      (total, note, index) => total + note.height + (index > 0 ? note.before : 0),
      0,
    );
    let y = settings.depth - height;
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
