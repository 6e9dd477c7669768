import type { NumberSystem } from '@octavo/core';
import type { OwnGrammar } from '../assign/own-grammar.ts';

type NumberItem = NumberSystem[number][number];
type Declared = OwnGrammar['declared'];
type Piece = Exclude<NonNullable<Declared['forms']>[number][number], string>;

/** `numbers:` of handbook.yaml that declares a grammar, and those of earlier releases. */
export function declaredGrammar(
  system: NumberSystem | undefined,
  former: readonly NumberSystem[] = [],
): Declared | undefined {
  if (!system) return undefined;
  const before = former.map((one) => ({ forms: formsOf(one) }));
  return { forms: formsOf(system), ...(former.length > 0 ? { former: before } : {}) } as Declared;
}

function formsOf(system: NumberSystem): readonly (readonly (Piece | string)[])[] {
  return system.map((form) => form.map(pieceOf));
}

function pieceOf(item: NumberItem): Piece | string {
  switch (item.kind) {
    case 'text':
      return { text: item.text };
    case 'decimal': {
      const { kind: _kind, ...decimal } = item;
      return { decimal };
    }
    case 'letters': {
      const { kind: _kind, ...letters } = item;
      return { letters };
    }
    case 'roman':
    case 'insertion':
      return item.case === 'upper' ? item.kind.toUpperCase() : item.kind;
    case 'words':
      return { words: [...item.words] } as Piece;
    case 'maybe':
      return { maybe: item.items.map(pieceOf) } as Piece;
    case 'repeat':
      return { repeat: item.items.map(pieceOf) } as Piece;
  }
}
