import { bookFolder, bookPath, type Handbook } from '@octavo/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, schemaOf } from '../src/index.ts';
import { FAQ, KITCHEN_SINK, loadFixture } from './support/load-fixture.ts';
import { type Output, outputOf } from './support/output.ts';
import { type Processor, processor } from './support/processor.ts';
import { schema } from './support/schemas.ts';

describe.each([FAQ, KITCHEN_SINK])('%s', (folder) => {
  // As one of several editions of a source, it says how it relates to them.
  const handbook: Handbook = {
    ...loadFixture(folder),
    isVersionOf: 'https://editions.example/',
    hasVersion: ['https://editions.example/pro/', 'https://editions.example/staff/'],
  };
  let output: Output;
  let jsonld: Processor;
  /** A document of one thing; the work's own, at the root of a volume's IRI, is in no snapshot. */
  const isOwn = (path: string): boolean => {
    const folder = bookFolder(handbook);
    const name = path.startsWith(folder) ? path.slice(folder.length) : path.replace(/^handbook/, 'work');
    return /^((entry|chapter|page|topic)\/.*|topics|glossary|handbook)\.jsonld$/.test(name);
  };

  beforeAll(async () => {
    const compiled = await compile(handbook);
    expect(compiled.messages).toEqual([]);
    output = outputOf(compiled.files);
    jsonld = processor(`${handbook.iri}context/v1.jsonld`, output.text('context/v1.jsonld'));
  });

  it('expands every document in safe mode, offline', async () => {
    const documents = output.paths.filter((path) => path.endsWith('.jsonld') && !path.startsWith('context/'));
    expect(documents.length).toBeGreaterThan(handbook.chapters.length);
    for (const path of documents) {
      const expanded = await jsonld.expand(output.json(path));
      expect(expanded.length, path).toBeGreaterThan(0);
    }
  });

  it('keeps every document to its schema', () => {
    for (const path of output.paths.filter(
      (candidate) => candidate.endsWith('.jsonld') && !candidate.startsWith('context/'),
    )) {
      const validate = schema(schemaOf(path) ?? `no schema for ${path}`);
      validate(output.json(path));
      expect(validate.errors, path).toBeNull();
    }
  });

  it('writes N-Quads that are jsonld.js’s canonical form of the snapshot', async () => {
    const canonical = await jsonld.canonize(output.json(bookPath(handbook, `${handbook.id}.jsonld`)));
    expect(
      output
        .text(bookPath(handbook, `${handbook.id}.nq`))
        .split('\n')
        .slice(0, -1),
    ).toEqual(canonical);
  });

  it('says in the documents exactly what the snapshot says', async () => {
    const snapshot = new Set(
      output
        .text(bookPath(handbook, `${handbook.id}.nq`))
        .split('\n')
        .slice(0, -1),
    );
    const said = new Set<string>();
    const paths = output.paths.filter((path) => isOwn(path));
    for (const path of paths) {
      const document = output.json(path);
      if (document['@type'] === 'Tombstone') continue;
      for (const line of await jsonld.canonize(document)) {
        expect(snapshot.has(line), `${path}: ${line}`).toBe(true);
        said.add(line);
      }
    }
    expect(said.size).toBe(snapshot.size);
  });
});
