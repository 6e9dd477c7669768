import { describe, expect, it } from 'vitest';
import { fontsNeeded } from '../src/fonts/fonts-needed.ts';
import { compile } from '../src/index.ts';
import { book } from './book.ts';
import { opened } from './opened.ts';

const handbookOf = (question: string, yaml = 'html: { fonts: book, cards: false }\n') =>
  book(
    { 'one/1-a.md': `---\nnumber: 1\nquestion: ${question}\n---\n\nIt is.\n` },
    `chapters: [{ id: one, title: Chapter }]\n${yaml}`,
  );

describe('the faces of the book', () => {
  it.each([
    ['What?', ['latin']],
    ['Što?', ['latin', 'latin-ext']],
    ['Что и τι?', ['latin', 'greek', 'cyrillic']],
  ])('hold the letters of %s', (question, ranges) => {
    const asked = fontsNeeded(handbookOf(question)).filter(({ file }) => file.includes('serif-4'));
    const found = asked.map(({ file }) => /serif-4-(.*)-\d+-/.exec(file)?.[1]);
    expect([...new Set(found)]).toEqual(ranges);
    expect(asked).toHaveLength(3 * ranges.length);
  });

  it('are carried by the site, whose sheet names each file', async () => {
    const handbook = handbookOf('What?');
    const fonts = fontsNeeded(handbook).map((font) => ({
      ...font,
      bytes: new TextEncoder().encode(font.file),
    }));
    const compiled = await compile(handbook, { fonts });
    const site = opened(compiled);
    const sheet = site.text('static/fonts.css');
    const named = [...sheet.matchAll(/url\((.*?)\)/g)].map(([, name]) => `static/${name}`);
    expect(named).toHaveLength(6);
    expect(named.filter((path) => !site.has(path))).toEqual([]);
    expect(site.text('entry/1/index.html')).toContain('static/fonts.css');
    expect(compiled.messages).toEqual([]);
  });

  it('are asked for by the names of their packages where these are not installed', async () => {
    const { messages } = await compile(handbookOf('What?'));
    expect(messages.map(({ ruleId, fatal, reason }) => [ruleId, fatal, reason])).toEqual([
      [
        'font-available',
        true,
        expect.stringContaining(
          'npm install @fontsource/source-serif-4 @fontsource/source-sans-3 @fontsource/source-code-pro',
        ),
      ],
    ]);
  });

  it('are none of a site that does not ask for them', async () => {
    const site = opened(await compile(handbookOf('What?', '')));
    expect(site.paths.filter((path) => path.includes('fonts'))).toEqual([]);
  });
});
