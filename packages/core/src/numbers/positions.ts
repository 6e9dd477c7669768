import type { Characters } from './characters.ts';

/** A place where a number has a character: which it may be, and which places may be next. */
export interface Position {
  readonly of: string;
  readonly next: Set<Position>;
  /** Whether a number may end behind it. */
  last: boolean;
}

interface Part {
  readonly empty: boolean;
  readonly first: readonly Position[];
  readonly last: readonly Position[];
}

/** Where the numbers of a grammar begin, and whether nothing at all is one of them. */
export interface Starts {
  readonly first: readonly Position[];
  readonly empty: boolean;
}

/** The places of all forms (Glushkov's automaton: one path for each way to read a number). */
export function positionsOf(forms: readonly Characters[]): Starts {
  const parts = forms.map(partOf);
  for (const { last } of parts) for (const position of last) position.last = true;
  return { first: parts.flatMap(({ first }) => first), empty: parts.some(({ empty }) => empty) };
}

function partOf(characters: Characters): Part {
  switch (characters.kind) {
    case 'one': {
      const position: Position = { of: characters.of, next: new Set(), last: false };
      return { empty: false, first: [position], last: [position] };
    }
    case 'all':
      return characters.parts.map(partOf).reduce(joined, { empty: true, first: [], last: [] });
    case 'either': {
      const parts = characters.parts.map(partOf);
      return {
        empty: parts.some(({ empty }) => empty),
        first: parts.flatMap(({ first }) => first),
        last: parts.flatMap(({ last }) => last),
      };
    }
    case 'many': {
      const { first, last } = partOf(characters.part);
      lead(last, first);
      return { empty: true, first, last };
    }
  }
}

function joined(before: Part, after: Part): Part {
  lead(before.last, after.first);
  return {
    empty: before.empty && after.empty,
    first: before.empty ? [...before.first, ...after.first] : before.first,
    last: after.empty ? [...before.last, ...after.last] : after.last,
  };
}

function lead(from: readonly Position[], to: readonly Position[]): void {
  for (const position of from) for (const next of to) position.next.add(next);
}
