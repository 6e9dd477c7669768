import { loadHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { strFromU8, unzipSync } from 'fflate';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compileBook } from './compile-book.ts';
import { compileTree } from './compile-tree.ts';
import type { Book } from './load-book.ts';

/** A book in a language of entries, each with its question and its answer. */
function bookOf(language: string, entries: readonly (readonly [string, string])[]): Book {
  const manifest = `schemaVersion: 1
id: small
title: Small
language: ${language}
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: basics, title: Basics }]
`;
  const sources = entries.map(
    ([question, answer], at) =>
      [
        `basics/${at + 1}-x${at}.md`,
        `---\nnumber: ${at + 1}\nquestion: "${question}"\n---\n\n${answer}\n`,
      ] as const,
  );
  const files = [['handbook.yaml', manifest] as const, ...sources].map(
    ([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }),
  );
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook, assets: new Map() };
}

/** The entries as a website's pages and as an EPUB. */
async function madeOf(language: string, entries: readonly (readonly [string, string])[]) {
  const book = bookOf(language, entries);
  const html = (await compileBook('html', book)).files;
  const epub = unzipSync((await compileBook('epub', book)).files.get('small.epub') ?? new Uint8Array());
  const text = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array());
  return {
    html: entries.map((_, at) => text(html.get(`entry/${at + 1}/index.html`))).join('\n'),
    epub: text(epub['OEBPS/chapter-basics.xhtml']),
  };
}

const ltr = (text: string): string => `<bdi dir="ltr">${text}</bdi>`;
const english = '<span dir="ltr">What is ETL?</span>';

/** What an answer says, and how it is written in both formats. */
const IN_ARABIC: readonly (readonly [string, string])[] = [
  ['انخفض -5% هنا', `انخفض ${ltr('-5%')} هنا`],
  ['بين +3.5 و −2', `بين ${ltr('+3.5')} و ${ltr('−2')}`],
  ['نسبة 12.5% أو 7 % منها', `نسبة ${ltr('12.5%')} أو ${ltr('7 %')} منها`],
  ['**±4‰** فقط', `<strong>${ltr('±4‰')}</strong> فقط`],
  // Ranges, dates and plain numbers stand as the Unicode algorithm has them, and names keep their hyphens.
  ['من 5-10 في 2026-01-31', 'من 5-10 في 2026-01-31'],
  ['رمز A-5 و 634', 'رمز A-5 و 634'],
  ['انظر [What is ETL?](#1) هنا', `>${english}</a> هنا`],
  ['قال :span[Is it?]{lang=en} ثم', 'قال <span lang="en" dir="ltr">Is it?</span> ثم'],
  [':span[Is it?]{lang=en}', '<p lang="en" dir="ltr">Is it?'],
  ['هو :span[چیست؟]{lang=fa} هنا', 'هو <span lang="fa">چیست؟</span> هنا'],
];

test.each(['html', 'epub'] as const)(
  'in an Arabic book, what runs from the left does so in %s',
  async (format) => {
    const entries = [
      ['What is ETL?', 'نعم.'] as const,
      ...IN_ARABIC.map(([text]) => ['ما هو ETL؟', text] as const),
    ];
    const made = (await madeOf('ar', entries))[format].replaceAll(/ (?:xml:lang|xmlns|id)="[^"]*"/g, '');
    for (const [, shown] of IN_ARABIC) expect(made).toContain(shown);
    // A question in English has its question mark at its end; one of both directions is the book's own.
    expect(made).toMatch(/<h[12][^>]*>(?:(?!<\/h[12]>).)*<span dir="ltr">What is ETL\?<\/span>/s);
    expect(made).not.toMatch(/dir="ltr">ما هو/);
  },
);

test.each(['html', 'epub'] as const)(
  'in an English book, what runs from the right does so in %s',
  async (format) => {
    const made = (
      await madeOf('en', [
        ['ما هذا؟', 'It fell by -5% to 3%, they said :span[ما هذا؟]{lang=ar} and :span[quoi]{lang=fr}.'],
      ])
    )[format].replaceAll(/ (?:xml:lang|xmlns|id)="[^"]*"/g, '');
    expect(made).toContain('<span dir="rtl">ما هذا؟</span>');
    expect(made).toContain(
      'It fell by -5% to 3%, they said <span lang="ar" dir="rtl">ما هذا؟</span> and <span lang="fr">quoi</span>.',
    );
  },
);

test('an Arabic book is read back from every format as it was written, its heads and references too', async () => {
  const { handbook, assets } = bookOf('ar', [
    ['What is ETL?', 'انظر [](#2) و[هنا](#3).'],
    ['ما هو ETL؟', 'انظر [](#1)، انخفض -5% هنا.'],
    ['لماذا؟', 'قال :span[Is it?]{lang=en} ثم ذهب.'],
  ]);
  const tree = await compileTree({ handbook: { ...handbook, stage: 'preview' }, assets });
  const { differences } = await verify({ ...tree, formats: ['pdf', 'html', 'epub', 'jsonld'] });
  expect(differences.map(({ message }) => message)).toEqual([]);
});
