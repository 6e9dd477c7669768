/** This is a family that the PDF is set in or falls back to, and the npm package that brings it. */
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

/** These are names of faces in the packages of `@expo-google-fonts`. */
export const REGULAR: readonly string[] = ['400Regular'];
export const REGULAR_AND_BOLD: readonly string[] = ['400Regular', '600SemiBold'];

/** Returns a family of `@expo-google-fonts`, whose package and files follow from its name. `cuts` name its faces. */
export function family(name: string, scripts: readonly string[], cuts: readonly string[]): FontFamily {
  return {
    family: name,
    package: `@expo-google-fonts/${name.toLowerCase().replaceAll(' ', '-')}`,
    scripts,
    faces: cuts.map((cut) => ({
      weight: Number.parseInt(cut, 10),
      style: cut.endsWith('_Italic') ? 'italic' : 'normal',
      file: `${cut}/${name.replaceAll(' ', '')}_${cut}.ttf`,
    })),
  };
}
