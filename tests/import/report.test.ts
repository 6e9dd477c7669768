import { importSource, reportToMarkdown, reportToText } from '@octavo/import';
import { expect, test } from 'vitest';

const reportOf = async (text: string, path = 'faq.md') =>
  (await importSource([{ path, bytes: new TextEncoder().encode(text) }], path)).report;

test('every figure is that of what was written', async () => {
  const { counts } = await reportOf(
    '# FAQ\n\n## 1. Why?\n\nSee [how](#2-how) and [there](https://example.org).\n\n## 2. How?\n\nSo, see [it](#nothing).\n\n## 2. When?\n\nNow.\n\n## Who?\n\nMe.\n',
  );
  expect(counts).toMatchObject({
    entries: 4,
    numbers: { kept: 2, changed: 1, given: 1 },
    links: { entries: 1, addresses: 1, text: 1 },
    crossLinks: 1,
    brokenLinks: 1,
  });
});

test('what comes often is one line with its count, and the terminal tells three things', async () => {
  const broken = Array.from(
    { length: 60 },
    (_, at) => `some words about it, then [x${at}](#none-${at})`,
  ).join('; ');
  const report = await reportOf(`# FAQ\n\n## Why?\n\n${broken}\n\n## How?\n\n## When?\n\nNow.\n`);
  const text = reportToText(report);
  expect(text).toContain('(and 59 more of this kind)');
  expect(text.match(/^ {2}(?:warning|error) /gm)).toHaveLength(3);
  expect(text).toContain('60 now text (60 broken)');
  const markdown = reportToMarkdown(report);
  expect(markdown.match(/leads to nothing/g)).toHaveLength(1);
  expect(markdown).toContain('59 more like it');
});

test('what a generator wrote is left out by kind and count', async () => {
  const report = await reportOf(
    '# FAQ\n\n{% if a %}\n\n## Why?\n\nSo {{ b }}.\n\n{% endif %}\n\n<!-- c -->\n',
  );
  expect(reportToText(report)).toContain('left out: comment (1), template tag (2)');
});
