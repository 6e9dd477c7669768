import type { FontFamily } from './font-family.ts';

/**
 * Scripts whose fonts no package of ours brings, by their names in Unicode, grouped by how npm carries a Noto
 * face for them. Fontsource publishes WOFF files, one a script and weight; what it lacks comes as TTF from
 * `@expo-google-fonts`. A serif face is preferred; a bold cut is asked for where there is one.
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

/** The family that sets each script, to be installed beside the handbook that is written in it. */
export const INSTALLABLE: ReadonlyMap<string, FontFamily> = new Map([
  ...rows(SERIF, 'Serif', [400, 600]),
  ...rows(SERIF_REGULAR, 'Serif', [400]),
  ...rows(SANS, 'Sans', [400, 600]),
  ...rows(SANS_REGULAR, 'Sans', [400]),
  ['Ethiopic', ethiopic()],
  ['Phags_Pa', fontsource('Sans PhagsPa', 'phags-pa', [400])],
  ['Meroitic_Cursive', fontsource('Sans Meroitic', 'meroitic-cursive', [400])],
  ['Meroitic_Hieroglyphs', fontsource('Sans Meroitic', 'meroitic-hieroglyphs', [400])],
  ['Nyiakeng_Puachue_Hmong', fontsource('Serif NP Hmong', 'nyiakeng-puachue-hmong', [400, 600])],
  // Beyond what the faces hold that come with this package.
  ['Hebrew', fontsource('Serif Hebrew', 'hebrew', [400, 600])],
  ['Arabic', fontsource('Naskh Arabic', 'arabic', [400, 600])],
]);

function rows(scripts: string, face: string, weights: readonly number[]): readonly [string, FontFamily][] {
  return scripts.split(/\s+/).map((script) => {
    const name = script.replaceAll('_', ' ');
    return [script, fontsource(`${face} ${name}`, slug(name), weights)];
  });
}

/** A Noto family as Fontsource publishes it; `subset` is the part of it that has the script. */
function fontsource(name: string, subset: string, weights: readonly number[]): FontFamily {
  const id = `noto-${slug(name)}`;
  return {
    family: `Noto ${name}`,
    package: `@fontsource/${id}`,
    scripts: [],
    faces: weights.map((weight) => ({
      weight,
      style: 'normal',
      file: `files/${id}-${subset}-${weight}-normal.woff`,
    })),
  };
}

function ethiopic(): FontFamily {
  return {
    family: 'Noto Sans Ethiopic',
    package: '@expo-google-fonts/noto-sans-ethiopic',
    scripts: [],
    faces: (['400Regular', '600SemiBold'] as const).map((cut) => ({
      weight: Number.parseInt(cut, 10),
      style: 'normal',
      file: `${cut}/NotoSansEthiopic_${cut}.ttf`,
    })),
  };
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
