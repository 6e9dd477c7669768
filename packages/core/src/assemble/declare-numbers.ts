import type { HandbookSource, NumberGrammar, NumberPiece } from '../model/source.generated.ts';
import type { DeclaredNumbers, NumberForm, NumberItem, NumberSystem } from '../numbers/number-system.ts';
import { NUMBER_PRESETS } from '../numbers/presets.ts';

/** Pieces by the word that stands for them in `numbers:`. Capitals mean capitals. */
const BY_WORD: Readonly<Record<string, NumberItem>> = {
  decimal: { kind: 'decimal', from: 1 },
  letters: { kind: 'letters', case: 'lower', most: 2 },
  LETTERS: { kind: 'letters', case: 'upper', most: 2 },
  roman: { kind: 'roman', case: 'lower' },
  ROMAN: { kind: 'roman', case: 'upper' },
  insertion: { kind: 'insertion', case: 'lower' },
  INSERTION: { kind: 'insertion', case: 'upper' },
};

/**
 * The grammar that `numbers:` of handbook.yaml declares, and those of earlier releases: presets, or forms of
 * pieces, and what every number ends in. A piece `prefix` is one of the prefixes of the chapters, in their order.
 */
export function declaredNumbers({ numbers, chapters }: Partial<HandbookSource>): DeclaredNumbers {
  if (!numbers) return {};
  const prefixes = (chapters ?? []).flatMap(({ prefix }) => (prefix === undefined ? [] : [prefix]));
  return {
    numbers: grammarOf(numbers, prefixes),
    ...(numbers.former ? { formerNumbers: numbers.former.map((one) => grammarOf(one, prefixes)) } : {}),
  };
}

/** A grammar as data. `prefixes` are those of the chapters. */
export function grammarOf(declared: NumberGrammar, prefixes: readonly string[]): NumberSystem {
  const forms = declared.forms?.map((pieces) => pieces.map((piece) => itemOf(piece, prefixes)));
  return closed(forms ?? NUMBER_PRESETS[declared.preset ?? 'decimal'], declared);
}

function closed(forms: readonly NumberForm[], { closing }: NumberGrammar): NumberSystem {
  return closing === undefined ? forms : forms.map((form) => [...form, { kind: 'text', text: closing }]);
}

function itemOf(piece: NumberPiece, prefixes: readonly string[]): NumberItem {
  if (typeof piece === 'string') {
    if (piece === 'prefix') return { kind: 'words', words: prefixes };
    return BY_WORD[piece] ?? { kind: 'text', text: piece };
  }
  const { text = '', decimal, letters, words, maybe, repeat } = piece;
  const items = (pieces: readonly NumberPiece[]) => pieces.map((one) => itemOf(one, prefixes));
  if (decimal)
    return {
      kind: 'decimal',
      from: decimal.from ?? 1,
      ...(decimal.width === undefined ? {} : { width: decimal.width }),
    };
  if (letters) return { kind: 'letters', case: letters.case ?? 'lower', most: letters.most ?? 2 };
  if (words) return { kind: 'words', words };
  if (maybe) return { kind: 'maybe', items: items(maybe) };
  if (repeat) return { kind: 'repeat', items: items(repeat) };
  return { kind: 'text', text };
}
