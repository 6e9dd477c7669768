import { deflateSync } from 'node:zlib';
import { loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { FORMS } from '../bench/src/corpus/forms.ts';
import { corpus } from '../bench/src/corpus/model.ts';
import { readSeed } from '../bench/src/corpus/seed.ts';
import { compileBook } from '../contract/compile-book.ts';
import { openFile } from './pdf-file.ts';
import { contentStreams } from './tagged-pdf.ts';

const MARKS = /^(\/\S+ <<\/MCID \d+>> BDC|\/Artifact .*B[DM]C|EMC)\n/gm;
const TAGS = /^<<\/S\/|^<<\/Limits\[\d+ \d+\]\/Nums/;

it('is tagged at no more than 1.3 times the size without tags', async () => {
  const files = [...FORMS.octavo(corpus(readSeed(), 100))].map(([path, value]) => new VFile({ path, value }));
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const made = await compileBook('pdf', { handbook, assets: new Map() });
  const bytes = made.files.get('bench-100.pdf') ?? new Uint8Array();
  const file = openFile(bytes);
  let tags = 0;
  for (const page of contentStreams(file)) {
    if (page === null) continue;
    const content = file.stream(page);
    tags += file.streamAt(page).length - deflated(content.replace(MARKS, ''));
  }
  let elements = 0;
  for (const objects of file.packedObjects()) {
    const plain = objects.filter((source) => !TAGS.test(source));
    elements += objects.length - plain.length;
    tags += deflated(objects.join('\n')) - deflated(plain.join('\n'));
  }
  expect(elements).toBeGreaterThan(1000);
  expect(bytes.length / (bytes.length - tags)).toBeLessThan(1.3);
});

function deflated(text: string): number {
  return deflateSync(Buffer.from(text, 'latin1')).length;
}
