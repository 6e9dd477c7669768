import { type FontFamily, family, REGULAR, REGULAR_AND_BOLD } from './font-family.ts';

/**
 * No package of ours brings fonts for these scripts. They stand here by their names in Unicode, grouped by the Noto
 * faces that npm carries for them: as WOFF from Fontsource, with one file for a script and a weight, or as TTF from
 * `@expo-google-fonts`. A serif face is preferred, and a bold one is asked for where it exists.
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

/** These are the families for each script, the one to recommend first. Either may be installed beside the handbook. */
export const INSTALLABLE: ReadonlyMap<string, readonly [FontFamily, FontFamily]> = new Map([
  ...rows(SERIF, 'Serif', REGULAR_AND_BOLD),
  ...rows(SERIF_REGULAR, 'Serif', REGULAR),
  ...rows(SANS, 'Sans', REGULAR_AND_BOLD),
  ...rows(SANS_REGULAR, 'Sans', REGULAR),
  row('Phags_Pa', 'Sans PhagsPa', REGULAR, 'phags-pa'),
  row('Meroitic_Cursive', 'Sans Meroitic', REGULAR, 'meroitic-cursive'),
  row('Meroitic_Hieroglyphs', 'Sans Meroitic', REGULAR, 'meroitic-hieroglyphs'),
  row('Nyiakeng_Puachue_Hmong', 'Serif NP Hmong', REGULAR_AND_BOLD, 'nyiakeng-puachue-hmong'),
  // Fontsource has only variable fonts of it.
  [
    'Ethiopic',
    [
      family('Noto Sans Ethiopic', [], REGULAR_AND_BOLD),
      fontsource('Sans Ethiopic', 'ethiopic', REGULAR_AND_BOLD),
    ],
  ],
  // These are for letters that the faces of this package do not have.
  row('Hebrew', 'Serif Hebrew', REGULAR_AND_BOLD),
  row('Arabic', 'Naskh Arabic', REGULAR_AND_BOLD),
]);

type Row = readonly [script: string, families: readonly [FontFamily, FontFamily]];

function rows(scripts: string, face: string, cuts: readonly string[]): readonly Row[] {
  return scripts.split(/\s+/).map((script) => row(script, `${face} ${script.replaceAll('_', ' ')}`, cuts));
}

/** Makes the row of a script. `subset` is the part of Fontsource's family that has the script. */
function row(script: string, name: string, cuts: readonly string[], subset = slug(script)): Row {
  return [script, [fontsource(name, subset, cuts), family(`Noto ${name}`, [], cuts)]];
}

function fontsource(name: string, subset: string, cuts: readonly string[]): FontFamily {
  const id = `noto-${slug(name)}`;
  const faces = cuts.map((cut) => {
    const weight = Number.parseInt(cut, 10);
    return { weight, style: 'normal' as const, file: `files/${id}-${subset}-${weight}-normal.woff` };
  });
  return { family: `Noto ${name}`, package: `@fontsource/${id}`, scripts: [], faces };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, '-');
}
