/** A piece that a text no longer has. */
export interface Taken {
  readonly text: string;
  readonly line: number;
}

/** A text that was written anew. */
export interface Translated {
  readonly text: string;
  /** Tells which line of the source a line of `text` comes from. */
  readonly lineOf: (line: number) => number;
  readonly taken: readonly Taken[];
}

export interface LineWriter {
  /** Tells how far the source is written. */
  readonly at: () => number;
  readonly copyTo: (end: number) => void;
  /** Tells how much indentation means nothing from here on. */
  readonly indented: (by: number) => void;
  /** Leaves out a piece of the source. It is `told` where nothing stands for it. */
  readonly take: (piece: Piece, told: boolean) => void;
  /** Writes words into the line. Where there are none, no gap stays. */
  readonly inline: (words: string) => void;
  /** Writes lines of their own, apart from what is around them, and indented as their place is. */
  readonly block: (lines: string, place: Piece) => void;
  readonly finish: (closes: readonly string[]) => Translated;
}

/** Offsets in the source. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Makes a writer that puts a text together from pieces of the source and from other words, and that remembers which line of the source each of its lines came from. */
export function lineWriter(source: string): LineWriter {
  const taken: Taken[] = [];
  const lines: number[] = [1];
  /** Lines that are finished, and the one that is being written. What is finished is never looked at again. */
  const whole: string[] = [];
  let current = '';
  let line = 1;
  let at = 0;
  let strip = 0;
  const emit = (piece: string, moves: boolean) => {
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) {
      if (moves) line++;
      lines.push(line);
    }
    const last = piece.lastIndexOf('\n') + 1;
    if (last > 0) whole.push(current, piece.slice(0, last));
    current = last > 0 ? piece.slice(last) : current + piece;
  };
  const copyTo = (end: number) => {
    const piece = source.slice(at, end);
    emit(strip > 0 ? piece.replace(/\n[ \t]+/g, (gap) => `\n${gap.slice(1 + strip)}`) : piece, true);
    at = Math.max(at, end);
  };
  return {
    at: () => at,
    copyTo,
    indented(by) {
      strip = by;
    },
    take({ start, end }, told) {
      const gone = source.slice(start, end);
      if (told) taken.push({ text: gone.trim(), line });
      line += gone.split('\n').length - 1;
      lines[lines.length - 1] = line;
      at = end;
    },
    inline(piece) {
      if (piece === '' && current.endsWith(' ') && /^(?:[ .,;:!?)\n]|$)/.test(source.slice(at, at + 1)))
        current = current.slice(0, -1);
      emit(piece, false);
    },
    block(piece, { start }) {
      const from = source.lastIndexOf('\n', start - 1) + 1;
      const [quotes = ''] = /^[ \t]*(?:>[ \t]?)*/.exec(source.slice(from, start)) ?? [];
      const indent = quotes.includes('>') ? quotes : quotes.slice(strip);
      const gap = indent.includes('>') ? indent.trimEnd() : '';
      if (current.trim() === gap) current = '';
      else emit('\n', false);
      const isCode = piece.startsWith('```');
      const rest = isCode && source[at] === '\n' ? '' : `\n${isCode ? '' : `${gap}\n`}${indent}`;
      emit(`${isCode ? '' : `${gap}\n`}${indent}${piece}${rest}`, false);
    },
    finish(closes) {
      copyTo(source.length);
      emit(
        closes
          .filter((close) => close !== '')
          .map((close) => `\n${close}`)
          .join(''),
        false,
      );
      return { text: whole.join('') + current, taken, lineOf: (of) => lines[of - 1] ?? line };
    },
  };
}
