import type { FontRequest, Handbook } from '@octavo/core';
import { coverText } from './cover-text.ts';
import { foreignScripts } from './scripts.ts';

const FACES: readonly (readonly [script: string, family: string, folder: string, file: string])[] = [
  ['Arab', 'Amiri', 'amiri', '700Bold/Amiri_700Bold.ttf'],
  ['Hebr', 'Frank Ruhl Libre', 'frank-ruhl-libre', '600SemiBold/FrankRuhlLibre_600SemiBold.ttf'],
  ['Jpan', 'Noto Sans JP', 'noto-sans-jp', '600SemiBold/NotoSansJP_600SemiBold.ttf'],
  ['Hans', 'Noto Sans SC', 'noto-sans-sc', '600SemiBold/NotoSansSC_600SemiBold.ttf'],
];

/**
 * The fonts that the drawn cover of a handbook needs beyond its own Latin, Greek and Cyrillic: none for most
 * books and for those that bring a cover. Without such a font, the cover omits the line, which is reported.
 */
export function fontsNeeded(handbook: Handbook): readonly FontRequest[] {
  if (handbook.cover) return [];
  const scripts = foreignScripts(Object.values(coverText(handbook)).join(' '), handbook.language);
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
