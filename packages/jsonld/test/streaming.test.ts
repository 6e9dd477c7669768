import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { canonize } from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import { compile, schemaOf } from '../src/index.ts';
import { KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
import { outputOf } from './support/output.ts';

describe('jsonld-streaming-parser in its strict streaming profile', () => {
  it('reads documents of every kind, and the snapshot’s statements', async () => {
    const handbook = loadFixture(KITCHEN_SINK);
    const output = outputOf((await compile(handbook)).files);
    const context = output.json('context/v1.jsonld');
    const read = async (path: string): Promise<readonly string[]> => {
      const parser = new JsonLdParser({
        streamingProfile: true,
        documentLoader: {
          load: async (url: string) => {
            expect(url).toBe(`${handbook.iri}context/v1.jsonld`);
            return context;
          },
        },
      });
      const quads: unknown[] = [];
      for await (const quad of Readable.from([output.text(path)]).pipe(parser)) quads.push(quad);
      const text: string = await canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads' });
      return text.split('\n').filter(Boolean);
    };
    const seen = new Map<string, number>();
    for (const path of output.paths) {
      const kind = schemaOf(path);
      // A handful of each kind: the parser takes long over a context.
      if (!kind || (seen.get(kind) ?? 0) === 6) continue;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      expect((await read(path)).length, path).toBeGreaterThan(0);
    }
    const snapshot = output.text(`${handbook.id}.nq`).split('\n').slice(0, -1);
    expect(new Set(await read(`${handbook.id}.jsonld`))).toEqual(new Set(snapshot));
  });
});
