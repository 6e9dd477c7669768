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
