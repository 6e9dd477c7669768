import { readdirSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import en from '../src/labels/en.json' with { type: 'json' };
import { LABEL_LANGUAGES, LABEL_NAMES, labelsFor } from '../src/labels/labels-for.ts';
import type { Labels } from '../src/model/labels.generated.ts';

/** Labels that are rightly the English word: cognates, and abbreviations of a tradition's own. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly (keyof Labels)[]>> = {
  cs: ['license', 'tip'],
  de: ['changeIn', 'copyright', 'version'],
  es: ['no', 'inVolume', 'pageReference'],
  fr: [
    'colophon',
    'corrections',
    'date',
    'figure',
    'inVolume',
    'index',
    'license',
    'note',
    'notes',
    'page',
    'pageReference',
    'question',
    'questions',
    'version',
  ],
  it: ['no', 'colophon', 'copyright', 'inVolume', 'pageReference'],
  nl: ['changeIn', 'copyright', 'pageReference', 'tip'],
  pt: ['copyright', 'downloads', 'inVolume', 'pageReference'],
  sv: ['copyright', 'version'],
};

const NAMES = LABEL_NAMES as readonly (keyof Labels)[];
const OTHERS = LABEL_LANGUAGES.filter((language) => language !== 'en');

const of = (language: string): Labels => {
  const labels = labelsFor(language);
  if (!labels) throw new Error(`no labels for ${language}`);
  return labels;
};
const placeholders = (label: string) => (label.match(/\{\w+\}/g) ?? []).toSorted();

test('every file of labels is registered under its own name', () => {
  const files = readdirSync(new URL('../src/labels/', import.meta.url)).filter((file) =>
    file.endsWith('.json'),
  );
  expect(LABEL_LANGUAGES.toSorted()).toEqual(files.map((file) => file.replace(/\.json$/, '')).toSorted());
  expect(new Set(LABEL_LANGUAGES.map(of)).size).toBe(LABEL_LANGUAGES.length);
});

test('the English labels are those of the type, no more and no less', () => {
  expectTypeOf<keyof typeof en>().toEqualTypeOf<keyof Labels>();
});

test.each(LABEL_LANGUAGES)('%s: every label, in the order of the English ones', (language) => {
  expect(Object.keys(of(language))).toEqual(NAMES);
});

test.each(LABEL_LANGUAGES)('%s: the placeholders of the English labels, each once', (language) => {
  const labels = of(language);
  for (const name of NAMES) {
    const own = placeholders(labels[name]);
    expect(own, name).toEqual(placeholders(en[name]));
    expect(labels[name].replace(/\{\w+\}/g, ''), name).not.toMatch(/[{}]/);
  }
});

test.each(LABEL_LANGUAGES)('%s: set as type is set', (language) => {
  const labels = of(language);
  for (const name of NAMES) {
    const label = labels[name];
    expect(label, name).not.toBe('');
    expect(label, name).toBe(label.normalize('NFC'));
    expect(label, name).toBe(label.trim());
    expect(label, name).not.toMatch(/\.\.\.|['"`]|\s{2}/);
    expect(label, name).not.toMatch(/\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u);
  }
});

test.each(OTHERS)('%s: no word left in English', (language) => {
  const labels = of(language);
  const same = NAMES.filter((name) => labels[name] === en[name]);
  expect(same.toSorted()).toEqual([...(SAME_AS_ENGLISH[language] ?? [])].toSorted());
});

test.each(LABEL_LANGUAGES)('%s: labels that stand side by side differ', (language) => {
  const labels = of(language);
  const beside: readonly (readonly (keyof Labels)[])[] = [
    ['contents', 'topics', 'glossary', 'index', 'changes', 'colophon', 'imprint', 'titlePage', 'cover'],
    ['note', 'tip', 'warning'],
    ['withdrawn', 'deprecated', 'draft'],
    ['publisher', 'license', 'edition', 'version', 'date', 'copyright', 'identifier', 'contributors'],
    ['light', 'dark', 'system'],
    ['added', 'inserted', 'changed', 'moved', 'withdrawn'],
    ['done', 'open'],
    ['next', 'previous', 'home'],
    ['see', 'seeAlso', 'alsoCalled'],
  ];
  for (const names of beside) {
    const words = names.map((name) => labels[name]);
    expect(new Set(words).size, words.join(', ')).toBe(words.length);
  }
});

test.each(LABEL_LANGUAGES)('%s: sentences end as sentences, titles do not', (language) => {
  const labels = of(language);
  const sentence = /[.。।]$/u;
  for (const name of NAMES) {
    if (/^access|Notice$/.test(name)) expect(labels[name], name).toMatch(sentence);
    else if (!['see', 'seeAlso'].includes(name)) expect(labels[name], name).not.toMatch(sentence);
  }
});

test('French puts a narrow no-break space before a high mark of punctuation', () => {
  for (const label of Object.values(of('fr'))) expect(label).not.toMatch(/(^|[^\u202f])[:;?!]/);
  expect(of('fr').deprecatedNotice).toContain('\u202f;');
});

test.each(['ar', 'el', 'fa', 'he', 'hi', 'ja', 'ko', 'ru', 'uk', 'zh', 'zh-hant'])(
  '%s: no words in Latin letters but names',
  (language) => {
    for (const [name, label] of Object.entries(of(language))) {
      const words: readonly string[] = label.replace(/\{\w+\}/g, '').match(/\p{Script=Latin}+/gu) ?? [];
      const allowed = ['MathML', 'TeX', 'PDF'];
      expect(
        words.filter((word) => !allowed.includes(word)),
        name,
      ).toEqual([]);
    }
  },
);

test('the two Chinese scripts are not mixed', () => {
  const text = (language: string) => Object.values(of(language)).join('');
  expect(text('zh-hant')).not.toMatch(/[页问题录变编码书图关语释]/u);
  expect(text('zh')).not.toMatch(/[頁問題錄變編碼書圖關術語釋]/u);
});

test.each([
  ['de-AT', 'de'],
  ['de-Latn-DE-1996', 'de'],
  ['FR', 'fr'],
  ['pt-BR', 'pt'],
  ['en-GB', 'en'],
  ['zh-CN', 'zh'],
  ['zh-Hans-TW', 'zh'],
  ['zh-Hant', 'zh-hant'],
  ['zh-Hant-TW', 'zh-hant'],
  ['zh-TW', 'zh-hant'],
  ['zh-HK', 'zh-hant'],
  ['zh-MO', 'zh-hant'],
  ['zh-HK-x-private', 'zh-hant'],
])('%s takes the labels of %s', (language, expected) => {
  expect(labelsFor(language)).toBe(of(expected));
});

test.each(['tlh', 'nb', 'und', '', '-', 'x-en', 'deu', 'constructor', '__proto__'])(
  '%j has none',
  (language) => {
    expect(labelsFor(language)).toBeUndefined();
  },
);
