import type { FontRequest } from '@octavo/core';
import type { FontFamily } from './font-family.ts';
import { INSTALLABLE } from './installable.ts';

const REGULAR_AND_BOLD = ['400Regular', '600SemiBold'];

/** What a stretch of text is set in; fallbacks follow by coverage. */
export type FontRole = 'serif' | 'sans' | 'code';

export const ROLES: Readonly<Record<FontRole, FontFamily>> = {
  serif: family(
    'Source Serif 4',
    'source-serif-4',
    'SourceSerif4',
    ['Latn', 'Grek', 'Cyrl'],
    ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  ),
  sans: family(
    'Source Sans 3',
    'source-sans-3',
    'SourceSans3',
    ['Latn', 'Grek', 'Cyrl'],
    ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  ),
  code: family(
    'Source Code Pro',
    'source-code-pro',
    'SourceCodePro',
    ['Latn', 'Grek', 'Cyrl'],
    ['400Regular', '400Regular_Italic', '600SemiBold'],
  ),
};

export const HEBREW: FontFamily = family(
  'Frank Ruhl Libre',
  'frank-ruhl-libre',
  'FrankRuhlLibre',
  ['Hebr'],
  ['400Regular', '600SemiBold'],
);
export const ARABIC: FontFamily = family('Amiri', 'amiri', 'Amiri', ['Arab'], ['400Regular', '700Bold']);
export const JAPANESE: FontFamily = cjk('JP', 'Jpan');
export const SIMPLIFIED: FontFamily = cjk('SC', 'Hans');
export const TRADITIONAL: FontFamily = cjk('TC', 'Hant');
export const KOREAN: FontFamily = cjk('KR', 'Kore');
export const SYMBOLS: FontFamily = family(
  'Noto Sans Symbols 2',
  'noto-sans-symbols-2',
  'NotoSansSymbols2',
  ['Zsym'],
  ['400Regular'],
);
export const MATHS: FontFamily = family(
  'Noto Sans Math',
  'noto-sans-math',
  'NotoSansMath',
  ['Zmth'],
  ['400Regular'],
);
export const EMOJI: FontFamily = family('Noto Emoji', 'noto-emoji', 'NotoEmoji', ['Zsye'], ['400Regular']);

/** Signs of trades and of keys that Noto Sans Symbols 2 lacks. */
export const MORE_SYMBOLS: FontFamily = family(
  'Noto Sans Symbols',
  'noto-sans-symbols',
  'NotoSansSymbols',
  ['Zsym'],
  REGULAR_AND_BOLD,
);
/** Phonetic letters, and those above and below the line. */
export const MORE_LATIN: FontFamily = family(
  'Noto Sans',
  'noto-sans',
  'NotoSans',
  ['Latn', 'Grek', 'Cyrl'],
  ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
);

/** Every family, in the order fallbacks are tried. */
export const FALLBACKS: readonly FontFamily[] = [
  HEBREW,
  ARABIC,
  JAPANESE,
  SIMPLIFIED,
  TRADITIONAL,
  KOREAN,
  ...[...INSTALLABLE.values()].flat(),
  MORE_LATIN,
  MATHS,
  SYMBOLS,
  MORE_SYMBOLS,
  EMOJI,
];

/** The requests that bring a whole family. */
export function requests(font: FontFamily, optional: boolean): FontRequest[] {
  return font.faces.map((face) => ({
    family: font.family,
    weight: face.weight,
    style: face.style,
    package: font.package,
    file: face.file,
    scripts: font.scripts,
    optional,
  }));
}

/** The serif faces of one form of the Han characters, with what is written among them. */
function cjk(form: string, tag: string): FontFamily {
  const name = form.toLowerCase();
  return family(`Noto Serif ${form}`, `noto-serif-${name}`, `NotoSerif${form}`, [tag], REGULAR_AND_BOLD);
}

function family(
  name: string,
  folder: string,
  stem: string,
  scripts: readonly string[],
  cuts: readonly string[],
): FontFamily {
  return {
    family: name,
    package: `@expo-google-fonts/${folder}`,
    scripts,
    faces: cuts.map((cut) => ({
      weight: Number.parseInt(cut, 10),
      style: cut.endsWith('_Italic') ? 'italic' : 'normal',
      file: `${cut}/${stem}_${cut}.ttf`,
    })),
  };
}
