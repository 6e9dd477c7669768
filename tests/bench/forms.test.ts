import { describe, expect, it } from 'vitest';
import { type FormName as AnyForm, FORMS } from './src/corpus/forms.ts';
import { corpus } from './src/corpus/model.ts';
import { readSeed } from './src/corpus/seed.ts';

/** The forms of the same book: those with editions and own fields say more. */
type FormName = Exclude<AnyForm, 'editions' | 'fields'>;

const handbook = corpus(readSeed(), 60);
const entries = handbook.chapters.flat();

/** Where a form keeps its entries, and what in them is no words of the handbook. */
const READING: Readonly<Record<FormName, { files: RegExp; markup: readonly RegExp[] }>> = {
  asciidoctor: {
    files: /\.adoc$/,
    markup: [/^:.*$/gm, /^\[.*\]$/gm, /<<q-\d+,/g],
  },
  eleventy: { files: /\/q-\d+\.md$/, markup: [/^number: .*$/gm, /^title:/gm, /\]\([^)]*\)/g, /^```js$/gm] },
  hugo: { files: /\/q-\d+\.md$/, markup: [/^weight: .*$/gm, /^title:/gm, /\]\([^)]*\)/g, /^```js$/gm] },
  octavo: {
    files: /\/\d+-q-\d+\.md$/,
    markup: [/^(id|index): .*$/gm, /^(number|question):/gm, /\]\([^)]*\)/g, /^```js$/gm],
  },
  pandoc: {
    files: /\.md$/,
    markup: [/^lang: .*$/gm, /^title:/gm, /\{#[^}]*\}/g, /\]\([^)]*\)/g, /^```js$/gm],
  },
  typst: {
    files: /\.typ$/,
    markup: [
      /^#(set|outline).*$/gm,
      /#link\(<[^>]*>\)/g,
      /<(q|ch)-\d+>/g,
      /^#table\(columns: 3,/gm,
      /^```js$/gm,
    ],
  },
  vivliostyle: {
    files: /\.md$/,
    markup: [/^lang: .*$/gm, /^title:/gm, /\{#[^}]*\}/g, /\]\([^)]*\)/g, /^```js$/gm],
  },
};

/** How a form writes a link to an entry. */
const LINK: Readonly<Record<FormName, RegExp>> = {
  asciidoctor: /<<(q-\d+),/g,
  eleventy: /\]\(\/ch\d+\/(q-\d+)\/\)/g,
  hugo: /relref "\/ch\d+\/(q-\d+)\.md"/g,
  octavo: /\]\(#(q-\d+)\)/g,
  pandoc: /\]\(#(q-\d+)\)/g,
  typst: /#link\(<(q-\d+)>\)/g,
  vivliostyle: /\]\(#(q-\d+)\)/g,
};

function textOf(form: FormName): string {
  const files = [...FORMS[form](handbook)].filter(([path]) => READING[form].files.test(path));
  return files.map(([, text]) => text).join('\n');
}

function wordsOf(form: FormName): readonly string[] {
  const plain = READING[form].markup.reduce((text, markup) => text.replace(markup, ' '), textOf(form));
  const words = plain.match(/[\p{L}\p{N}_'’-]+/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? [];
  // The titles of the book and of its chapters are not in the files of entries.
  return words
    .join(' ')
    .replace(/Handbook of 60 answers|Chapter \d+(?= \d)/g, '')
    .split(' ')
    .filter(Boolean);
}

describe.each(Object.keys(READING) as FormName[])('the corpus in the form of %s', (form) => {
  it('has the words of the handbook in their order', () => {
    expect(wordsOf(form)).toEqual(wordsOf('octavo'));
    expect(wordsOf(form).length).toBeGreaterThan(60 * 90);
  });

  it('links each entry with its two others', () => {
    const expected = entries.flatMap((entry) => entry.links.map((number) => `q-${number}`));
    expect([...textOf(form).matchAll(LINK[form])].map(([, id]) => id)).toEqual(expected);
  });
});
