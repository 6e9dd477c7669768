import type { FontRequest } from '../model/compile.ts';
import { foreignScripts } from './scripts.ts';

const FACES: readonly (readonly [script: string, family: string, folder: string, file: string])[] = [
  ['Arab', 'Amiri', 'amiri', '700Bold/Amiri_700Bold.ttf'],
  ['Hebr', 'Frank Ruhl Libre', 'frank-ruhl-libre', '600SemiBold/FrankRuhlLibre_600SemiBold.ttf'],
  ['Jpan', 'Noto Serif JP', 'noto-serif-jp', '600SemiBold/NotoSerifJP_600SemiBold.ttf'],
  ['Hans', 'Noto Serif SC', 'noto-serif-sc', '600SemiBold/NotoSerifSC_600SemiBold.ttf'],
];

/** The fonts that a text needs to be drawn, beyond the built-in Latin, Greek and Cyrillic. */
export function scriptFaces(text: string, language: string): readonly FontRequest[] {
  const scripts = foreignScripts(text, language);
  return FACES.filter(([script]) => scripts.has(script)).map(([script, family, folder, file]) => ({
    family,
    weight: Number.parseInt(file, 10),
    style: 'normal',
    package: `@expo-google-fonts/${folder}`,
    file,
    scripts: [script],
    optional: true,
  }));
}
