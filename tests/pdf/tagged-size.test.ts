import { deflateSync, inflateSync } from 'node:zlib';
import { loadHandbook } from '@octavo/core';
import { openObjects } from '@octavo/verify/pdf-objects';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { FORMS } from '../bench/src/corpus/forms.ts';
import { corpus } from '../bench/src/corpus/model.ts';
import { readSeed } from '../bench/src/corpus/seed.ts';
import { compileBook } from '../contract/compile-book.ts';
import { contentStreams } from './tagged-pdf.ts';

const MARKS = /^(\/\S+ <<\/MCID \d+>> BDC|\/Artifact .*B[DM]C|EMC)\n/gm;
const TAGS = /^<<\/S\/|^<<\/Limits\[\d+ \d+\]\/Nums/;

it('is tagged at no more than 1.3 times the size without tags', async () => {
  const files = [...FORMS.octavo(corpus(readSeed(), 100))].map(([path, value]) => new VFile({ path, value }));
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const made = await compileBook('pdf', { handbook, assets: new Map() });
  const bytes = made.files.get('bench-100.pdf') ?? new Uint8Array();
  const file = openObjects(bytes);
  let tags = 0;
  for (const page of contentStreams(file)) {
    if (page === null) continue;
    const content = file.stream(page);
    tags += file.streamAt(page).length - deflated(content.replace(MARKS, ''));
  }
  let elements = 0;
  for (const objects of packedObjects(bytes)) {
    const plain = objects.filter((source) => !TAGS.test(source));
    elements += objects.length - plain.length;
    tags += deflated(objects.join('\n')) - deflated(plain.join('\n'));
  }
  expect(elements).toBeGreaterThan(1000);
  expect(bytes.length / (bytes.length - tags)).toBeLessThan(1.3);
});

/** The sources of the objects in each object stream. */
function packedObjects(bytes: Uint8Array): readonly (readonly string[])[] {
  const source = Buffer.from(bytes);
  const streams = source.toString('latin1').matchAll(/\/First (\d+) [^>]*\/Length (\d+) >>\nstream\n/g);
  return [...streams].map((match) => {
    const [, first = '', length = ''] = match;
    const start = match.index + match[0].length;
    const content = inflateSync(source.subarray(start, start + Number(length))).toString('latin1');
    const offsets = (content.slice(0, Number(first)).match(/\d+/g) ?? []).filter(
      (_, index) => index % 2 === 1,
    );
    return offsets.map((offset, index) =>
      content.slice(
        Number(first) + Number(offset),
        Number(first) + Number(offsets[index + 1] ?? content.length),
      ),
    );
  });
}

function deflated(text: string): number {
  return deflateSync(Buffer.from(text, 'latin1')).length;
}
