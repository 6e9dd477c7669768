import { loadHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compileTree } from '../contract/compile-tree.ts';

/** Letters between the first and the last code, with a mark each, in the middle of a word and at its end. */
function everyMark(
  letters: readonly [number, number],
  marks: readonly [number, number],
  end: string,
): string {
  const from = ([first, last]: readonly [number, number]): readonly string[] =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
  return from(letters)
    .filter((letter) => /\p{L}/u.test(letter))
    .flatMap((letter) => from(marks).map((mark) => `${end}${letter}${mark}${end} ${letter}${mark}`))
    .join(' ');
}

const formats = ['html', 'pdf', 'epub', 'jsonld'] as const;

/** What is hard to read back, by language: marks on letters, ligatures, numbers and words of another direction. */
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'يسافر الأطفال مجانًا.',
    'يسافر الأطفال مجاناً.',
    'بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ، كِتَابٌ مُفِيدٌ جِدًّا فِي كُلِّ بَيْتٍ، وَمُحَمَّدٌ يَقْرَأُ ٱلْآيَةَ لِلهِ.',
    'لا لأن لإن لآن الآنَ الأُولى لَا لِأَنَّ لَأُخرى ٱلْإِسْلَامُ، ولِلَّاهِي كلاًّ وإلَّا، أهلًا وسهلًا.',
    'دفعَ 12 كرونةً و3.5 يوروً (أي 15٪) في ١٢/٣/٢٠٢٦، ثمّ عادَ مجّانًا مع Basmati ٤٠ ممّا معهُ.',
    everyMark([0x621, 0x64a], [0x64b, 0x653], 'ب'),
  ],
  he: [
    'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃ שָׁלוֹם 12 פְּעָמִים (שׂוּמוּ).',
    'יִדּיש מיט אַ קאָפּ און װײַן, ייִדיש, שׁלום, בּית, ﬥום.',
    everyMark([0x5d0, 0x5ea], [0x5b0, 0x5bc], 'ב'),
  ],
  yi: ['אַלע מענטשן װערן געבױרן פֿרײַ און גלײַך אין כּבֿוד און רעכט.'],
  fa: ['می‌خواهم کتاباً را ۱۲ بار بخوانم، خانهٔ مَن و عَلّامه؛ اتفاقاً «گُل» است، مثلِ ﷼ و لذّت.'],
  ur: ['مفت سفر کرتے ہیں، فوراً یقیناً مُقَدَّس کِتاب، ﷺ اور ٹکٹ ۱۲ روپے ہے، دُنیا بھر میں لاہور۔'],
  ps: ['زه ښوونځي ته ځم، ټول خلک وړیا سفر کوي، مثلاً ۱۲ ډالره، څوک ګرځي.'],
  ckb: ['هەموو مرۆڤەکان بە ئازادی لەدایک دەبن ڵ ڕ ێ ۆ ڤ، ١٢ جار.'],
  ug: ['ھەممە ئادەم زانىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باپباراۋەر.'],
};

function book(language: string, texts: readonly string[]) {
  const title = texts[0];
  const file = (path: string, value: string) => new VFile({ path, value: new TextEncoder().encode(value) });
  const files = [
    file(
      'handbook.yaml',
      `schemaVersion: 1\nid: ferry\ntitle: "${title}"\nlanguage: ${language}\niri: https://ferry.example/\npublisher: { name: Ferry }\nedition: { version: "1", date: "2026-01-01" }\nchapters: [{ id: c1, title: "1" }]\n`,
    ),
    file('c1/1-ferry.md', `---\nnumber: 1\nquestion: "${title}"\n---\n\n${texts.join('\n\n')}\n`),
  ];
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook, assets: new Map<string, Uint8Array>() };
}

test.each(Object.entries(SAYINGS))(
  'a book in %s is read back from every format',
  async (language, texts) => {
    const { handbook, files } = await compileTree(book(language, texts));
    const { differences } = await verify({ files, handbook, formats });
    expect(differences.map(({ message }) => message)).toEqual([]);
  },
  120_000,
);
