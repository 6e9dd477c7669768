import { francAll } from 'franc-min';

/** Languages by their codes in ISO 639-3, which franc gives, and as BCP 47 tags. */
const TAGS: Readonly<Record<string, string>> = Object.fromEntries(
  `eng en deu de fra fr spa es por pt ita it nld nl swe sv pol pl ces cs rus ru ukr uk ell el tur tr arb ar
   pes fa heb he hin hi ind id vie vi jpn ja kor ko cmn zh hun hu ron ro tha th`
    .match(/\w+ \w+/g)
    ?.map((pair) => pair.split(' ')) ?? [],
);

/** Letters of one script: enough to tell a language that has it to itself. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** Words that texts of a language in Latin letters hold, also short ones, and those of others hardly do. */
const COMMON: readonly (readonly [tag: string, words: ReadonlySet<string>])[] = Object.entries({
  en: 'the and you is are to of in can it for with not yes this how what i do be an as on at or we if so my no',
  de: 'und der die das ist nicht ich sie ja mit ein eine für wie kann wir es im den auf',
  fr: 'le la les et est vous je oui dans pour avec des une nous ne pas du au que',
  es: 'el la los las y es que sí con para una puedo por del cómo se no lo en',
  pt: 'o os as e é que sim com para uma não posso do da como em por',
  it: 'il lo la gli è che sì con per una non posso come di del della si sono',
  nl: 'het de een en niet ja met van voor ik dat kan hoe wij op zijn',
  sv: 'och det är att inte ja med för jag hur vi på av som ett',
  pl: 'i nie tak jest czy na się z mogę jak w od po można',
  cs: 'a ne ano je na se jak mohu v s k od lze',
  tr: 've bir bu evet hayır için ile nasıl mı mi mu ne da de',
  hu: 'és az nem igen hogy van egy meg lehet ha',
  ro: 'și este nu da cu pentru să la pot cum o un sunt',
  id: 'dan yang apakah bagaimana ya bisa tidak di ke dari untuk saya anda dengan pada cara ini itu atau',
  vi: 'và có không là tôi cho được của thể các này',
}).map(([tag, words]) => [tag, new Set(words.split(' '))]);

/** The language of a text whose common words are at least three, a fifth of all, and twice those of any other language. */
function byCommonWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const [first, second] = COMMON.map(
    ([tag, common]) => [tag, words.filter((word) => common.has(word)).length] as const,
  ).sort(([, a], [, b]) => b - a);
  return first && first[1] >= 3 && first[1] * 5 >= words.length && first[1] >= (second?.[1] ?? 0) * 2
    ? first[0]
    : undefined;
}

/** The language of prose as a BCP 47 tag; English unless the text says otherwise. */
export function languageOf(prose: string): string {
  const sample = prose.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'en';
  for (const [script, tag] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.08 : 0.3)) return tag === 'zh' ? chinese(sample) : tag;
  }
  const common = byCommonWords(sample);
  if (common) return common;
  if (letters < 40) return 'en';
  const ranked = francAll(sample, { only: Object.keys(TAGS) });
  const [best] = ranked;
  const english = ranked.find(([code]) => code === 'eng')?.[1] ?? 0;
  // A few words of technical prose could be of any language: English is the likely one.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
  const unmarked = /^[\x00-\x7f]*$/.test(sample);
  if (!best || (letters < 300 && (unmarked || english > 0.9))) return 'en';
  return TAGS[best[0]] ?? 'en';
}

/** Traditional characters that simplified text does not have. */
function chinese(sample: string): string {
  const traditional = sample.match(/[這個們為說對時會來與應該還沒實際麼問題開關後設檔請讓]/gu)?.length ?? 0;
  const simplified = sample.match(/[这个们为说对时会来与应该还没实际么问题开关后设档请让]/gu)?.length ?? 0;
  const shared = sample.match(/[個們應該實際後]/gu)?.length ?? 0;
  return traditional > simplified && shared > 0 ? 'zh-Hant' : 'zh';
}
