import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { it } from 'vitest';
import { compile } from '../src/index.ts';
import { FAQ, KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
it('dump', async () => {
  for (const f of [FAQ, KITCHEN_SINK]) {
    const h = loadFixture(f);
    const t = performance.now();
    const c = await compile(h, { siblings: [{ format: 'pdf', path: `${h.id}.pdf`, mediaType: 'application/pdf', bytes: 12345 }] });
    console.log(f, performance.now() - t, c.files.length, c.messages.map(String));
    for (const file of c.files) {
      const p = `/tmp/jsonld/out/${h.id}/${file.path}`;
      mkdirSync(dirname(p), { recursive: true });
      writeFileSync(p, file.content as Uint8Array);
    }
    writeFileSync(`/tmp/jsonld/out/${h.id}/structured.json`, JSON.stringify([...c.structuredData!], null, 1));
    writeFileSync(`/tmp/jsonld/out/${h.id}/record.json`, JSON.stringify(c.record, null, 1));
  }
});

import { book, release, type Published, type Sample } from './support/history.ts';
it('history', async () => {
  const iri = 'http://127.0.0.1:8731/faq/';
  const write = (root: string, p: Published) => {
    for (const file of p.last.files) { const q = `${root}/faq/${file.path}`; mkdirSync(dirname(q), { recursive: true }); writeFileSync(q, file.content as Uint8Array); }
    for (const [path, text] of p.pages) { const q = `${root}/faq/${path}`; mkdirSync(dirname(q), { recursive: true }); writeFileSync(q, text); }
    writeFileSync(`${root}/record.json`, JSON.stringify(p.last.record));
  };
  const N = Number(process.env.N ?? 99);
  const base: Sample[] = Array.from({ length: N }, (_, i) => ({ number: String(i + 1), text: `answer ${i + 1}`, chapter: i % 2 , topics: i % 3 ? ['canonical-models'] : [] }));
  const h1 = { ...book({ version: '2026.1', date: '2026-01-01' }, base), iri };
  let p = await release(h1); write('/tmp/jsonld/hist/1', p);
  const second = base.map((s) => s.number === '5' ? { ...s, text: 'edited five' } : s.number === '7' ? { ...s, status: 'withdrawn' as const } : s);
  second.push({ number: '5A', text: 'inserted', chapter: 0 });
  p = await release({ ...book({ version: '2026.2', date: '2026-02-01' }, second), iri }, p); write('/tmp/jsonld/hist/2', p);
  const third = second.map((s) => s.number === '9' ? { ...s, text: 'edited nine' } : s);
  p = await release({ ...book({ version: '2026.3', date: '2026-03-01' }, third), iri }, p); write('/tmp/jsonld/hist/3', p);
});
