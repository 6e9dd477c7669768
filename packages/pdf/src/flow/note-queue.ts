import type { Piece } from './piece.ts';

const NOTE_SHARE = 1 / 3;

/** The footnotes that pages cite: which are set, and which wait for a page with room. */
export interface NoteQueue {
  /** Sets the notes that a piece cites for the first time at the foot of its page, or lets them wait. */
  readonly cite: (piece: Piece, page: { readonly y: number; readonly notes: Piece[] }) => void;
  /** The beginnings of the notes that a piece cites: a citing line needs room for them at least. */
  readonly begun: (piece: Piece) => readonly Piece[];
  /** Takes what the next page takes over: some of its foot, and one in any case. */
  readonly carryOn: () => Piece[];
  readonly isWaiting: () => boolean;
}

export function noteQueue({
  depth,
  leading,
  notes,
}: {
  readonly depth: number;
  readonly leading: number;
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}): NoteQueue {
  const cited = new Set<string>();
  const waiting: Piece[] = [];

  function once(name: string): readonly Piece[] {
    if (cited.has(name)) return [];
    cited.add(name);
    return notes.get(name) ?? [];
  }

  return {
    cite(citing, page) {
      // Notes that notes cite stand behind those of the line.
      const names = [...citing.notes];
      for (const name of names) {
        const note = once(name);
        for (const piece of note) {
          const wanted = noteDepth([...page.notes, piece], leading);
          const room = depth - page.y;
          const fits =
            waiting.length === 0 &&
            wanted <= room &&
            (piece === note[0] || wanted <= depth * NOTE_SHARE || wanted <= room - leading * 4);
          (fits ? page.notes : waiting).push(piece);
          names.push(...piece.notes);
        }
      }
    },
    begun: (piece) =>
      piece.notes.flatMap((name) => (cited.has(name) ? [] : (notes.get(name) ?? []).slice(0, 2))),
    carryOn() {
      const fit = waiting.findIndex(
        (_, at) => at > 0 && noteDepth(waiting.slice(0, at + 1), leading) > depth * 0.8,
      );
      return waiting.splice(0, fit === -1 ? waiting.length : fit);
    },
    isWaiting: () => waiting.length > 0,
  };
}

/** How much of a page's foot notes take. */
export function noteDepth(notes: readonly Piece[], gap: number): number {
  return notes.length === 0 ? 0 : gap + noteHeight(notes);
}

/** How high notes are, one below the other. */
export function noteHeight(notes: readonly Piece[]): number {
  return notes.reduce((total, note, index) => total + note.height + (index > 0 ? note.before : 0), 0);
}
