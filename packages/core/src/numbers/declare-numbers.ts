import type { HandbookSource, NumberPiece, Numbers } from '../read/source.generated.ts';
import type { NumberForm, NumberItem, NumberSystem } from './number-system.ts';
import { DECIMAL_NUMBERS, NUMBER_PRESETS } from './presets.ts';

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
 * The grammar that `numbers:` of handbook.yaml declares: a preset, or forms of pieces, and what every number
 * ends in. A piece `prefix` is one of the prefixes of the chapters, in their order.
 */
export function declaredNumbers({ numbers, chapters }: Partial<HandbookSource>): NumberSystem {
  if (!numbers) return DECIMAL_NUMBERS;
  const prefixes = (chapters ?? []).flatMap(({ prefix }) => (prefix === undefined ? [] : [prefix]));
  const forms = numbers.forms?.map((pieces) => pieces.map((piece) => itemOf(piece, prefixes)));
  return closed(forms ?? NUMBER_PRESETS[numbers.preset ?? 'decimal'], numbers);
}

function closed(forms: readonly NumberForm[], { closing }: Numbers): NumberSystem {
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
