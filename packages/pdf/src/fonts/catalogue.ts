import type { FontRequest } from '@octavo/core';

/** A family the PDF is set in or falls back to, and the npm package it comes from. */
export interface FontFamily {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
  readonly faces: readonly FontFace[];
}
interface FontFace {
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}

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
export const JAPANESE: FontFamily = family(
  'Noto Sans JP',
  'noto-sans-jp',
  'NotoSansJP',
  ['Jpan'],
  ['400Regular', '600SemiBold'],
);
export const CHINESE: FontFamily = family(
  'Noto Sans SC',
  'noto-sans-sc',
  'NotoSansSC',
  ['Hans'],
  ['400Regular', '600SemiBold'],
);
export const KOREAN: FontFamily = family(
  'Noto Sans KR',
  'noto-sans-kr',
  'NotoSansKR',
  ['Kore'],
  ['400Regular', '600SemiBold'],
);
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
export const MORE_SYMBOLS: FontFamily = noto('Symbols', 'Zsym');
/** Phonetic letters, and those above and below the line. */
export const MORE_LATIN: FontFamily = family(
  'Noto Sans',
  'noto-sans',
  'NotoSans',
  ['Latn', 'Grek', 'Cyrl'],
  ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
);

/**
 * Scripts whose fonts no package of ours brings, by their names in Unicode: a handbook that is written in one
 * installs the font beside itself.
 */
export const INSTALLABLE: ReadonlyMap<string, FontFamily> = new Map(
  (
    [
      ['Thai', 'Thai'],
      ['Devanagari', 'Deva'],
      ['Bengali', 'Beng'],
      ['Gujarati', 'Gujr'],
      ['Gurmukhi', 'Guru'],
      ['Tamil', 'Taml'],
      ['Telugu', 'Telu'],
      ['Kannada', 'Knda'],
      ['Malayalam', 'Mlym'],
      ['Sinhala', 'Sinh'],
      ['Lao', 'Laoo'],
      ['Khmer', 'Khmr'],
      ['Myanmar', 'Mymr'],
      ['Georgian', 'Geor'],
      ['Armenian', 'Armn'],
      ['Ethiopic', 'Ethi'],
    ] as const
  ).map(([script, tag]) => [script, noto(script, tag)]),
);

/** Every family, in the order fallbacks are tried. */
export const FALLBACKS: readonly FontFamily[] = [
  HEBREW,
  ARABIC,
  JAPANESE,
  CHINESE,
  KOREAN,
  ...INSTALLABLE.values(),
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

function noto(script: string, tag: string): FontFamily {
  const name = script.toLowerCase();
  return family(
    `Noto Sans ${script}`,
    `noto-sans-${name}`,
    `NotoSans${script}`,
    [tag],
    ['400Regular', '600SemiBold'],
  );
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
