import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryAnchor } from '@octavo/core/say';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

interface Printed {
  readonly pdf: string;
  readonly pages: readonly {
    label: string;
    entries: readonly string[];
    begins: { kind: string; id: string };
  }[];
}

test('pages.json says of every page and every entry what a reader of the PDF finds', async () => {
  const out = join(await temporaryFolder(), 'site');
  const { code, stderr } = await runOctavo(
    ['build', fixture('kitchen-sink'), '--to', 'pdf', '--out', out],
    process.cwd(),
  );
  expect(code, stderr).toBe(0);
  const printed = JSON.parse(await readFile(join(out, 'pages.json'), 'utf8')) as Printed;
  const task = getDocument({ data: new Uint8Array(await readFile(join(out, printed.pdf))), verbosity: 0 });
  const document = await task.promise;
  const labels = (await document.getPageLabels()) ?? [];
  const destinations = (await document.getDestinations()) as Record<string, [{ num: number; gen: number }]>;

  // Every page with words is there, in order, under its own label; so is the cover, whose words are drawn.
  const withWords = await Promise.all(
    labels.map(async (label, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      return index > 0 && items.some((item) => 'str' in item && item.str.trim() !== '') ? [label] : [];
    }),
  );
  expect(printed.pages.map(({ label }) => label)).toEqual([labels[0], ...withWords.flat()]);

  // An entry's first page is where its destination leads; its pages follow each other.
  const numbers = [...new Set(printed.pages.flatMap(({ entries }) => entries))];
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  expect(numbers).toHaveLength(manifest.counts.entries);
  for (const number of numbers) {
    const [reference] = destinations[entryAnchor(number)] ?? [];
    if (!reference) throw new Error(`no destination q${number}`);
    const places = printed.pages.flatMap(({ entries }, at) => (entries.includes(number) ? [at] : []));
    const [first = -1] = places;
    expect([number, printed.pages[first]?.label]).toEqual([
      number,
      labels[await document.getPageIndex(reference)],
    ]);
    expect(places).toEqual(places.map((_, at) => first + at));
  }
  await task.destroy();
});
