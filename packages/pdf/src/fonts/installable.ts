import type { FontFamily } from './font-family.ts';

/**
 * Scripts whose fonts no package of ours brings, by their names in Unicode, grouped by the Noto faces that npm
 * carries for them: as WOFF from Fontsource, one file a script and weight, or as TTF from `@expo-google-fonts`. A
 * serif face is preferred; a bold cut is asked for where there is one.
 */
const SERIF = `Armenian Bengali Devanagari Georgian Gujarati Khmer Khojki Lao Malayalam Myanmar Sinhala Tamil
  Telugu Thai Tibetan Toto Vithkuqi Yezidi`;
const SERIF_REGULAR = `Ahom Dives_Akuru Dogra Grantha Khitan_Small_Script Makasar Old_Uyghur Tangut Todhri`;
const SANS = `Adlam Balinese Bamum Bassa_Vah Canadian_Aboriginal Cham Cherokee Gunjala_Gondi Gurmukhi
  Hanifi_Rohingya Javanese Kannada Kawi Kayah_Li Lisu Medefaidrin Meetei_Mayek Nag_Mundari New_Tai_Lue Ol_Chiki
  Oriya Sora_Sompeng Sundanese Syriac Tai_Tham Tangsa Thaana`;
const SANS_REGULAR = `Anatolian_Hieroglyphs Avestan Batak Bhaiksuki Brahmi Buginese Buhid Carian
  Caucasian_Albanian Chakma Chorasmian Coptic Cuneiform Cypriot Cypro_Minoan Deseret Duployan Egyptian_Hieroglyphs
  Elbasan Elymaic Glagolitic Gothic Hanunoo Hatran Imperial_Aramaic Inscriptional_Pahlavi Inscriptional_Parthian
  Kaithi Kharoshthi Khudawadi Lepcha Limbu Linear_A Linear_B Lycian Lydian Mahajani Mandaic Manichaean Marchen
  Masaram_Gondi Mende_Kikakui Miao Modi Mongolian Mro Multani Nabataean Nandinagari Newa Nko Nushu Ogham
  Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Osage
  Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada
  Shavian Siddham SignWriting Sogdian Soyombo Sunuwar Syloti_Nagri Tagalog Tagbanwa Tai_Le Tai_Viet Takri Tifinagh
  Tirhuta Ugaritic Vai Wancho Warang_Citi Yi Zanabazar_Square`;

/**
 * The families that set each script, the one to advise first: either is taken, installed beside the handbook that is
 * written in it.
 */
export const INSTALLABLE: ReadonlyMap<string, readonly [FontFamily, FontFamily]> = new Map([
  ...rows(SERIF, 'Serif', [400, 600]),
  ...rows(SERIF_REGULAR, 'Serif', [400]),
  ...rows(SANS, 'Sans', [400, 600]),
  ...rows(SANS_REGULAR, 'Sans', [400]),
  row('Phags_Pa', 'Sans PhagsPa', [400], 'phags-pa'),
  row('Meroitic_Cursive', 'Sans Meroitic', [400], 'meroitic-cursive'),
  row('Meroitic_Hieroglyphs', 'Sans Meroitic', [400], 'meroitic-hieroglyphs'),
  row('Nyiakeng_Puachue_Hmong', 'Serif NP Hmong', [400, 600], 'nyiakeng-puachue-hmong'),
  // Fontsource has no static cuts of it.
  ['Ethiopic', [expo('Sans Ethiopic', [400, 600]), fontsource('Sans Ethiopic', 'ethiopic', [400, 600])]],
  // Beyond what the faces hold that come with this package.
  row('Hebrew', 'Serif Hebrew', [400, 600]),
  row('Arabic', 'Naskh Arabic', [400, 600]),
]);

type Row = readonly [script: string, families: readonly [FontFamily, FontFamily]];

function rows(scripts: string, face: string, weights: readonly number[]): readonly Row[] {
  return scripts.split(/\s+/).map((script) => row(script, `${face} ${script.replaceAll('_', ' ')}`, weights));
}

/** `subset`: the part of Fontsource's family that has the script. */
function row(script: string, name: string, weights: readonly number[], subset = slug(script)): Row {
  return [script, [fontsource(name, subset, weights), expo(name, weights)]];
}

function fontsource(name: string, subset: string, weights: readonly number[]): FontFamily {
  const id = `noto-${slug(name)}`;
  const fileOf = (weight: number): string => `files/${id}-${subset}-${weight}-normal.woff`;
  return noto(name, `@fontsource/${id}`, weights, fileOf);
}

function expo(name: string, weights: readonly number[]): FontFamily {
  const fileOf = (weight: number): string => {
    const cut = weight === 400 ? '400Regular' : '600SemiBold';
    return `${cut}/Noto${name.replaceAll(' ', '')}_${cut}.ttf`;
  };
  return noto(name, `@expo-google-fonts/noto-${slug(name)}`, weights, fileOf);
}

function noto(
  name: string,
  from: string,
  weights: readonly number[],
  fileOf: (weight: number) => string,
): FontFamily {
  const faces = weights.map((weight) => ({ weight, style: 'normal' as const, file: fileOf(weight) }));
  return { family: `Noto ${name}`, package: from, scripts: [], faces };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, '-');
}
