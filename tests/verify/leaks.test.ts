import { deflateSync, gzipSync } from 'node:zlib';
import type { Entry, Handbook } from '@octavo/core';
import { findLeaks, type Leak } from '@octavo/verify';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTree, type Tree, treeOf } from '../contract/compile-tree.ts';
import { loadBook } from '../contract/load-book.ts';

const BOOK = 'tests/fixtures/help-center';
/** What only the excluded parts say: running text, a name, an author, a value, an id. */
const SENTENCE = 'The kiln on the second floor is let below cost';
const AUTHOR = 'Ottilie Fernbach';
const APPROVER = 'Hadubrand Steinmetz';
const OLD = 'the lever was left of the grate then';
const ID = 'rebate-tier-9';
const HAN = '内部价格不得向客户透露';
const HEBREW = 'המחיר הפנימי אינו לפרסום כלל';

let open: Tree;
let whole: Handbook;

/** The book with one more entry, and one more contributor. */
function withSecrets(handbook: Handbook): Handbook {
  const [chapter, ...others] = handbook.chapters;
  const [first] = chapter?.entries ?? [];
  if (!chapter || !first) throw new Error('the fixture has no entry');
  const paragraph = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] }) as const;
  const secret: Entry = {
    ...first,
    number: '999',
    id: ID,
    question: [{ type: 'text', value: 'What is the rebate of a dealer in winter?' }],
    answer: [paragraph(`${SENTENCE}.`), paragraph(HAN), paragraph(HEBREW)],
    fields: [{ name: 'keeper', value: 'Walburga Lockwood' }],
    source: { path: 'billing/999-rebate.md', line: 2, column: 1 },
  };
  return {
    ...handbook,
    contributors: [...handbook.contributors, { name: AUTHOR }],
    chapters: [{ ...chapter, entries: [...chapter.entries, secret] }, ...others],
  };
}

const leaks = (files: Tree['files'], edition = open.handbook): Promise<readonly Leak[]> =>
  findLeaks({
    whole,
    edition,
    files: { paths: [...files.keys()], read: async (path) => files.get(path) },
    beside: [
      { text: 'Plan Cormorant 2031', place: 'handbook.yaml:31' },
      { text: 'Kiln for the staff', place: 'handbook.yaml:12' },
      { text: APPROVER, place: 'billing/approvals/999.jsonl:1' },
    ],
    others: [{ source: { path: 'billing/releases/staff/1.text.jsonl', line: 3 }, said: { text: OLD } }],
  });

beforeAll(async () => {
  open = await treeOf(BOOK);
  whole = withSecrets(open.handbook);
}, 240_000);

const text = (path: string): string => new TextDecoder().decode(open.files.get(path));
const bytes = (path: string): Uint8Array => open.files.get(path) ?? new Uint8Array();
const named = (end: string): string => [...open.files.keys()].find((path) => path.endsWith(end)) ?? '';
const inText = (path: string, before: string, secret: string): readonly [string, Uint8Array] => {
  expect(text(path)).toContain(before);
  return [path, strToU8(text(path).replace(before, `${before}${secret}`))];
};
const escaped = (secret: string): string =>
  [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const inEpub = (
  change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>,
): readonly [string, Uint8Array] => {
  const path = named('.epub');
  return [path, zipSync(change(unzipSync(bytes(path))))];
};
const member = (files: Record<string, Uint8Array>, end: string): string =>
  Object.keys(files).find((path) => path.endsWith(end)) ?? '';
/** A PDF with one more object: an update that nothing refers to (ISO 32000-2, 7.5.6). */
const inPdf = (object: Uint8Array): readonly [string, Uint8Array] => {
  const path = named('.pdf');
  const pdf = Buffer.from(bytes(path));
  const at = pdf.lastIndexOf('startxref');
  return [
    path,
    Buffer.concat([
      pdf.subarray(0, at),
      strToU8('9999 0 obj\n'),
      object,
      strToU8('\nendobj\n'),
      pdf.subarray(at),
    ]),
  ];
};
const stream = (data: Uint8Array): Uint8Array =>
  Buffer.concat([
    strToU8(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`),
    data,
    strToU8('\nendstream'),
  ]);
const utf16 = (secret: string): string => `FEFF${Buffer.from(secret, 'utf16le').swap16().toString('hex')}`;
/** A PNG of one chunk: what else it has does not matter. */
const png = (kind: string, data: Uint8Array): Uint8Array => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([strToU8('\x89PNG\r\n\x1a\n', true), size, strToU8(kind), data, Buffer.alloc(4)]);
};

/** Where a secret may be. */
const KINDS: readonly (readonly [string, (secret: string) => readonly [string, Uint8Array]])[] = [
  ['a page', (secret) => inText('index.html', '<body', `><p>${secret.replace(' ', ' <b>')}</b></p><i`)],
  ['a comment', (secret) => inText('index.html', '<head>', `<!-- ${secret} -->`)],
  ['an attribute', (secret) => inText('index.html', '<head>', `<meta name="x" content="${secret}">`)],
  [
    'markup within words',
    (secret) => inText('index.html', '<body', `><p>${[...secret].join('<wbr>')}</p><i`),
  ],
  [
    'entities',
    (secret) =>
      inText(
        'index.html',
        '<body',
        `><p>${[...secret].map((one) => `&#${one.codePointAt(0)};`).join('')}</p><i`,
      ),
  ],
  [
    'escaped markup',
    (secret) =>
      inText(
        'feed.xml',
        '<entry>',
        `<summary>&lt;p&gt;${secret.replace(' ', '&lt;i&gt; ')}&lt;/p&gt;</summary>`,
      ),
  ],
  ['JSON', (secret) => inText('feed.json', '{', `"x":"${escaped(secret)}",`)],
  ['linked data', (secret) => inText('handbook.jsonld', '{', `"x":"${secret}",`)],
  [
    'an address',
    (secret) =>
      inText('sitemap.xml', '<url>', `<loc>https://example.org/${encodeURIComponent(secret)}</loc>`),
  ],
  [
    'data in an address',
    (secret) =>
      inText(
        'index.html',
        '<head>',
        `<link href="data:text/plain;base64,${Buffer.from(`${secret} ${secret}`).toString('base64')}">`,
      ),
  ],
  ['a new file', (secret) => ['notes.txt', strToU8(`x\n${secret}\n`)]],
  ['the name of a file', (secret) => [`files/${secret}.bin`, new Uint8Array([1])]],
  ['UTF-16', (secret) => ['notes.txt', Buffer.from(secret, 'utf16le')]],
  ['a gzip', (secret) => ['notes.txt.gz', gzipSync(secret)]],
  ['an archive', (secret) => ['all.zip', zipSync({ 'a/b.txt': strToU8(secret) })]],
  [
    'an archive in an archive',
    (secret) => ['all.zip', zipSync({ 'b.zip': zipSync({ 'a.txt': strToU8(secret) }) })],
  ],
  [
    'a document of an EPUB',
    (secret) => inEpub((files) => ({ ...files, [member(files, 'nav.xhtml')]: strToU8(`<p>${secret}</p>`) })),
  ],
  ['a new file of an EPUB', (secret) => inEpub((files) => ({ ...files, [`${secret}.txt`]: strToU8('x') }))],
  ['a string of a PDF', (secret) => inPdf(strToU8(`<< /Title <${utf16(secret)}> >>`))],
  ['a stream of a PDF', (secret) => inPdf(stream(deflateSync(secret)))],
  ['a text of a PNG', (secret) => ['images/a.png', png('tEXt', strToU8(`Comment\0${secret}`))]],
  [
    'a packed text of a PNG',
    (secret) => ['images/a.png', png('zTXt', Buffer.concat([strToU8('Comment\0\0'), deflateSync(secret)]))],
  ],
  [
    'EXIF',
    (secret) => [
      'images/a.jpg',
      Buffer.concat([
        strToU8('\xff\xd8\xff\xe1\0\x40Exif\0\0', true),
        strToU8(secret),
        strToU8('\xff\xd9', true),
      ]),
    ],
  ],
];

/** What may be where: an encoding of one byte a letter has no other scripts. */
const SECRETS: readonly (readonly [string, string])[] = [
  ['five words of an answer', 'second floor is let below'],
  ['an author', AUTHOR],
  ['an id', ID],
  ['a value', 'Plan Cormorant 2031'],
  ['a value of another edition', 'Kiln for the staff'],
  ['an own field', 'Walburga Lockwood'],
  ['an approver', APPROVER],
  ['a file name', 'billing/999-rebate.md'],
  ['an address', 'https://example.org/entry/999'],
  ['words of an earlier release of another edition', OLD],
  ['Chinese', HAN],
  ['Hebrew', HEBREW],
];

describe('what only the excluded parts of a book say', () => {
  test('is in no file of an edition', async () => {
    expect(await leaks(open.files)).toEqual([]);
  }, 240_000);

  test('is not looked for where the formats say it themselves', async () => {
    const words = ['inLanguage', 'Date published', 'https://schema.org/inLanguage'];
    const answer = words.map(
      (value) => ({ type: 'paragraph', children: [{ type: 'inlineCode', value }] }) as const,
    );
    const [chapter, ...others] = whole.chapters;
    const [...entries] = chapter?.entries ?? [];
    const secret = entries.pop();
    if (!chapter || !secret) throw new Error('the fixture has no entry');
    const told = {
      ...whole,
      chapters: [{ ...chapter, entries: [...entries, { ...secret, answer }] }, ...others],
    };
    const files = { paths: [...open.files.keys()], read: async (path: string) => open.files.get(path) };
    const shipped = new Set(['context/v1.jsonld']);
    const found = await findLeaks({ whole: told, edition: open.handbook, files, shipped });
    expect(text('handbook.jsonld')).toContain('"inLanguage"');
    expect(found).toEqual([]);
  }, 240_000);

  test.each(KINDS)(
    'is found in %s',
    async (name, plant) => {
      // A PDF and an EPUB are opened once for each secret, which takes time.
      const some = /PDF|EPUB/.test(name) ? SECRETS.slice(0, 2) : SECRETS;
      const planted = some.map(([, secret], at) => {
        const [path, content] = plant(secret);
        return { secret, path: `${at}/${path}`, content };
      });
      const found = await leaks(new Map(planted.map(({ path, content }) => [path, content])));
      for (const { secret, path } of planted) {
        const own = found.filter(({ file }) => file.startsWith(path));
        expect([secret, own.map(({ source }) => source)]).toEqual([
          secret,
          [expect.stringMatching(/^(?:billing|handbook)/)],
        ]);
      }
      expect(found).toHaveLength(planted.length);
    },
    240_000,
  );

  test('is found in each format that was made of the whole book, and in a picture of it', async () => {
    const book = await loadBook(BOOK);
    const { files } = await compileTree({ ...book, handbook: whole });
    const at = new Set((await leaks(files)).map(({ file }) => file.replace(/!.*/, '!')));
    const paths = [
      'index.html',
      named('.pdf'),
      `${named('.epub')}!`,
      'handbook.jsonld',
      'entry/999/index.html',
    ];
    expect(paths.filter((path) => !at.has(path))).toEqual([]);
    const [image] = open.handbook.images;
    if (image) {
      const edition = { ...open.handbook, images: open.handbook.images.slice(1) };
      const found = await leaks(new Map([['images/x', bytes(named(image.path))]]), edition);
      expect(found.map(({ said }) => said)).toContain(image.path);
    }
  }, 240_000);

  test('may be in a file that cannot be looked into, which is said', async () => {
    const found = await leaks(
      new Map([
        ['all.zip', strToU8('PK\x03\x04damaged')],
        ['a.pdf', strToU8('%PDF-1.7 damaged')],
      ]),
    );
    expect(found.map(({ file, source }) => [file, source])).toEqual([
      ['all.zip', ''],
      ['a.pdf', ''],
    ]);
  });
});
