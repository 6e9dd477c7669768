import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termFinder } from '../src/entry/term-finder.ts';
import { compile } from '../src/index.ts';
import { book } from './book.ts';
import { elements, opened, textOf } from './opened.ts';

const GLOSSARY = `terms:
  - { term: upsert, definition: "An insert *or* update." }
  - { term: data lake, definition: "A store.", also: [lake, ETL] }
  - { term: Go, definition: "A language." }
  - { term: 湖, definition: "水" }
`;

/** The pages of a book of two entries; the answer of the first is given. */
async function siteOf(answer: string, yaml = ''): Promise<ReturnType<typeof opened>> {
  const entry = (number: number, question: string, text: string) =>
    `---\nnumber: ${number}\nquestion: ${question}\n---\n\n${text}\n`;
  const sources = {
    'glossary.yaml': GLOSSARY,
    'one/1-a.md': entry(1, 'What?', answer),
    'one/2-b.md': entry(2, 'Which way?', 'It is.'),
  };
  return opened(await compile(book(sources, `chapters: [{ id: one, title: Chapter }]\n${yaml}`)));
}

function marked(site: ReturnType<typeof opened>, path = 'entry/1/index.html'): [string, string][] {
  const page = site.pages.get(path);
  if (!page) throw new Error(path);
  return elements(page)
    .filter((one) => one.tagName === 'a' && String(one.properties.className).includes('term'))
    .map((one) => [textOf(one), String(one.properties.title)]);
}

describe('the terms that an answer mentions', () => {
  it.each([
    ['Upserts, not inserts: an upsert.', [['Upserts', 'An insert or update.']]],
    ['A [lake](#2) and a data lake.', [['data lake', 'A store.']]],
    ['`upsert` is code, upserting is not, nor is re-upsert.', []],
    ['As etl it is nothing, as ETL a name.', [['ETL', 'A store.']]],
    ['To go with Go.', [['Go', 'A language.']]],
    ['大湖水', [['湖', '水']]],
    ['A *data\nlake* in two lines.', [['data lake', 'A store.']]],
  ])('of %j', async (answer, expected) => {
    expect(marked(await siteOf(answer))).toEqual(expected);
  });

  it('are explained in the chapter too, and not at all where the publisher wants none', async () => {
    const answer = 'An upsert.';
    expect(marked(await siteOf(answer), 'one/index.html')).toHaveLength(1);
    expect(marked(await siteOf(answer, 'html: { terms: false }\n'))).toEqual([]);
  });

  it('are found within the text, in order, without overlap, whatever the names', () => {
    const word = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.array(word), (names, rest) => {
        const glossary = names.map((name, at) => ({
          id: `t${at}`,
          term: name.trim(),
          also: [],
          definition: [],
          entries: [],
          source: { path: 'glossary.yaml', line: 1, column: 1 },
        }));
        const text = [...rest, ...names].join(' ');
        let done = 0;
        for (const { from, to } of termFinder({ glossary, language: 'en' })(text)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          done = to;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a link to another entry', () => {
  it('has its question as the title, unless its words tell it', async () => {
    const page = (await siteOf('See [there](#2) and [](#2).')).pages.get('entry/1/index.html');
    const links = elements(page as never).filter((one) =>
      String(one.properties.className).includes('cross-reference'),
    );
    expect(links.map((one) => one.properties.title)).toEqual(['Which way?', undefined]);
  });
});

describe('the anchor of a paragraph', () => {
  const [first, second] = ['The first one begins so and goes on for long.', 'Another one.'];
  const anchors = async (...paragraphs: string[]): Promise<string[]> => {
    const page = (await siteOf(paragraphs.join('\n\n'))).pages.get('entry/1/index.html');
    return elements(page as never)
      .filter((one) => one.tagName === 'p' && /^q1_/.test(String(one.properties.id)))
      .map((one) => String(one.properties.id));
  };

  it('stays when others are put in before it, and when it goes on', async () => {
    const [one, two] = await anchors(first, second);
    expect(one).toMatch(/^q1_[0-9a-z]{5}$/);
    expect(await anchors('New.', second, `${first} More.`)).toEqual([expect.any(String), two, one]);
    expect(await anchors('**The first**, one begins so and goes on otherwise.')).toEqual([one]);
  });

  it('is another for each paragraph, even for equal ones', async () => {
    const all = await anchors(second, first, second, second);
    expect(new Set(all).size).toBe(4);
  });
});
