import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Compiled, Handbook, Phrasing } from '@octavo/core';
import { expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { CACHE } from './handbooks.ts';
import { all, openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

const text = (value: string): Phrasing => ({ type: 'text', value });

/** The sample with another first question. */
function asking(question: readonly Phrasing[]): Handbook {
  const handbook = sampleHandbook();
  const [first, ...others] = handbook.chapters;
  const [entry, ...rest] = first?.entries ?? [];
  if (!first || !entry) throw new Error('the sample has no entry');
  return { ...handbook, chapters: [{ ...first, entries: [{ ...entry, question }, ...rest] }, ...others] };
}

async function errors(compiled: Compiled): Promise<readonly string[]> {
  const report = await EpubCheck.validate(compiled.files[0]?.content as Uint8Array, {});
  return report.messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ message }) => message);
}

it('leaves out control characters and half characters, and says where', async () => {
  const compiled = await compile(asking([text('What\u0001 is\ud800 \u000b\ufffethis?')]), { cache: CACHE });
  expect(
    compiled.messages.filter(({ fatal }) => fatal === false).map(({ ruleId, file }) => [ruleId, file]),
  ).toEqual([['text-is-xml', 'first/1-first-question.md']]);
  expect(await errors(compiled)).toEqual([]);
  expect(openCompiled(compiled).text('toc.xhtml')).toContain('1 What is this?');
});

it('takes a question of emoji alone', async () => {
  const compiled = await compile(asking([text('👩‍🍳🏳️‍🌈❓')]), { cache: CACHE });
  expect(await errors(compiled)).toEqual([]);
  expect(openCompiled(compiled).text('toc.xhtml')).toContain('1 👩‍🍳🏳️‍🌈❓');
});

it('refuses an image of no bytes, one that is no image and a drawing that acts', async () => {
  const handbook = asking([text('Picture? '), { type: 'image', url: 'a.svg', alt: 'A' }]);
  const images = [{ path: 'a.svg', mediaType: 'image/svg+xml', width: 1, height: 1, sha256: '' }] as const;
  const rules = async (content: string) => {
    const assets = new Map([['a.svg', new TextEncoder().encode(content)]]);
    const { messages } = await compile({ ...handbook, images }, { assets, cache: CACHE });
    return messages.filter(({ fatal }) => fatal).map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
  };
  expect(await rules('')).toEqual([expect.stringMatching(/^image-is-image: .*is empty/)]);
  expect(await rules('hello')).toEqual([expect.stringMatching(/^image-is-image: .*is not an image/)]);
  expect(await rules('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')).toEqual([
    expect.stringMatching(/^image-is-inert: .*a script/),
  ]);
  expect(await rules('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')).toHaveLength(1);
  expect(await rules('<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>')).toEqual(
    [],
  );
});

it('leads a link to an entry that is not in the book to its permanent address, and says so', async () => {
  const gone: Phrasing = { type: 'crossReference', number: '77', written: '#77', children: [text('that')] };
  const compiled = await compile(asking([text('See '), gone]), { cache: CACHE });
  expect(compiled.messages.map(({ ruleId }) => ruleId)).toContain('reference-resolves');
  const links = all(openCompiled(compiled).xml('chapter-first.xhtml'), 'a').map((link) =>
    link.getAttribute('href'),
  );
  expect(links).toContain('https://example.org/sample/entry/77');
});

it('makes a book of a handbook without a usable date', async () => {
  const compiled = await compile(
    { ...sampleHandbook(), edition: { version: '0', date: 'undated' } },
    { cache: CACHE },
  );
  expect(await errors(compiled)).toEqual([]);
});

it('takes strings that EJS would read as its own options', async () => {
  const compiled = await compile({
    ...sampleHandbook(),
    title: '<%= process.exit() %>',
    subtitle: '%> delimiter',
  });
  expect(await errors(compiled)).toEqual([]);
  expect(openCompiled(compiled).text('title-page.xhtml')).toContain('&lt;%= process.exit() %');
});
