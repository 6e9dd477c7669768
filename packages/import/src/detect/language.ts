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

/** The language of prose as a BCP 47 tag; English unless the text says otherwise. */
export function languageOf(prose: string): string {
  const sample = prose.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'en';
  for (const [script, tag] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.08 : 0.3)) return tag === 'zh' ? chinese(sample) : tag;
  }
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
