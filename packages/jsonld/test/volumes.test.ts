import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { FAQ, loadFixture } from './support/load-fixture.ts';
import { outputOf } from './support/output.ts';

const faq = loadFixture(FAQ);
const HOME = 'volume/coremodels-faq/';

describe('a volume', () => {
  it('has its documents in a folder of its own, its entries and the context at the root', async () => {
    const { files } = await compile(faq);
    const root = files.map(({ path }) => path).filter((path) => !path.startsWith(HOME));
    expect(root.filter((path) => !/^(entry|context)\//.test(path))).toEqual(['handbook.jsonld']);
    const output = outputOf(files);
    expect(output.json('handbook.jsonld')).toMatchObject({
      '@id': `${faq.iri}handbook`,
      hasPart: [`${faq.iri}${HOME}handbook`],
    });
    expect(output.json('entry/601.jsonld').isPartOf).toBe(`${faq.iri}${HOME}chapter/ai-assistance`);
    expect(output.json(`${HOME}feed/index.jsonld`)['@id']).toBe(`${faq.iri}${HOME}feed`);
  });

  it('keeps its IRI when it grows, and says what it was called before', async () => {
    const grown = { ...faq, volume: { first: '601', last: '720', aliases: ['601-700'] } };
    const before = outputOf((await compile(faq)).files);
    const after = outputOf((await compile(grown)).files);
    expect(after.json(`${HOME}handbook.jsonld`)['@id']).toBe(before.json(`${HOME}handbook.jsonld`)['@id']);
    expect(after.json('volume/601-700.jsonld')).toEqual(after.json(`${HOME}handbook.jsonld`));
    expect(after.json('volume/601-700.jsonld').sameAs).toContain(`${faq.iri}volume/601-700`);
  });

  it('may not forget a name that it was released under', async () => {
    const { record } = await compile(faq);
    if (!record) throw new Error('no record');
    // As the releases were that named a volume for its first and last number.
    const resources = record.resources.map((one) =>
      one.path === `${HOME}handbook` ? { ...one, path: 'volume/601-700' } : one,
    );
    const ledger = [{ ...record, version: '2025.1', date: '2025-01-01T00:00:00Z', resources }];
    const said = (await compile(faq, { ledger })).messages.map(({ ruleId, reason }) => [ruleId, reason]);
    expect(said).toEqual([['anchor-kept', expect.stringContaining('add "601-700" to volume.aliases')]]);
    const volume = { first: '601', last: '700', aliases: ['601-700'] };
    const { messages, files } = await compile({ ...faq, volume }, { ledger });
    expect(messages).toEqual([]);
    expect(files.some(({ path }) => path === 'volume/601-700.jsonld')).toBe(true);
  });
});
