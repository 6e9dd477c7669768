import { createHash } from 'node:crypto';
import { array, asyncProperty, constantFrom, integer, record, string, assert as verify } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../src/index.ts';
import { staticFile } from '../src/static-file.ts';
import { book, fold, members, type Published, release, type Sample } from './support/history.ts';
import { outputOf } from './support/output.ts';
import { processor } from './support/processor.ts';
import { schema } from './support/schemas.ts';

const ROOT = 'https://coremodels.example/faq/';
const jsonld = processor(`${ROOT}context/v1.jsonld`, staticFile('context-v1.jsonld'));
const FIRST = { version: '1', date: '2026-01-01' };
const SECOND = { version: '2', date: '2026-02-01' };
const THIRD = { version: '3', date: '2026-03-01T12:00:00+02:00' };
const THREE: readonly Sample[] = [
  { number: '601', text: 'one' },
  { number: '602', text: 'two' },
  { number: '603', text: 'three', chapter: 1 },
];

function said(pages: Published, version: string): readonly string[] {
  const own = [...pages.pages]
    .filter(([path]) => path.startsWith(`feed/${version}/`))
    .map(([, text]) => text);
  return members(own).map((member) => `${member['@type']} ${member['@id'].slice(ROOT.length)}`);
}

async function hash(document: never): Promise<string> {
  const lines = await jsonld.canonize(document);
  return createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
}

describe('feed', () => {
  it('starts with everything created', async () => {
    const first = await release(book(FIRST, THREE));
    expect(said(first, '1')).toEqual([
      'Create handbook/v/1',
      'Create chapter/ai-assistance/v/1',
      'Create entry/601/v/1',
      'Create entry/602/v/1',
      'Create chapter/data-engineering/v/1',
      'Create entry/603/v/1',
      'Create topics/v/1',
      'Create topic/ai-assisted-modeling/v/1',
      'Create topic/canonical-models/v/1',
    ]);
    const [record] = first.ledger;
    schema('ledger')(record);
    expect(schema('ledger').errors).toBeNull();
    for (const [path, text] of first.pages) {
      const page = record?.pages.find((candidate) => candidate.path === path);
      expect(page?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
      expect(page?.bytes).toBe(Buffer.byteLength(text));
      expect(page?.members).toBe(9);
    }
  });

  it('appends exactly what changed, and keeps the sealed pages', async () => {
    const first = await release(book(FIRST, THREE));
    const second = await release(
      book(SECOND, [
        { number: '601', text: 'one, edited' },
        { number: '602', text: 'gone for a reason', status: 'withdrawn' },
        { number: '602A', text: 'inserted' },
        { number: '603', text: 'three', chapter: 1 },
      ]),
      first,
    );
    expect(said(second, '2')).toEqual([
      'Update handbook/v/2',
      'Update chapter/ai-assistance/v/2',
      'Update entry/601/v/2',
      'Create entry/602A/v/1',
      'Delete entry/602/v/2',
    ]);
    expect(second.last.files.map((file) => file.path)).not.toContain('feed/1/0001.jsonld');
    const index = outputOf(second.last.files).json('feed/index.jsonld');
    expect(
      index.view.relation
        .map((relation: { node: string | { '@id': string } }) => relation.node)
        .map((node: { '@id': string }) => node['@id'] ?? node),
    ).toEqual([
      `${ROOT}feed/1/0001.jsonld`,
      `${ROOT}feed/1/0001.jsonld`,
      `${ROOT}feed/2/0001.jsonld`,
      `${ROOT}feed/2/0001.jsonld`,
    ]);
    const tombstone = outputOf(second.last.files).json('entry/602.jsonld');
    expect(tombstone).toMatchObject({
      '@type': 'Tombstone',
      position: '602',
      deleted: '2026-02-01T00:00:00Z',
      summary: { en: 'gone for a reason' },
    });
    const deletion = members(second.pages.values()).find((member) => member['@type'] === 'Delete');
    expect(deletion).toMatchObject({ replaces: `${ROOT}entry/602/v/1`, isVersionOf: `${ROOT}entry/602` });
    expect(deletion['@graph']).toBeUndefined();
  });

  it('counts on when a withdrawn entry comes back, and follows a move', async () => {
    const first = await release(book(FIRST, THREE));
    const without = THREE.map((sample) =>
      sample.number === '602' ? { ...sample, status: 'withdrawn' as const } : sample,
    );
    const second = await release(book(SECOND, without), first);
    const moved = THREE.map((sample) => (sample.number === '603' ? { ...sample, chapter: 0 } : sample));
    const third = await release(book(THIRD, moved), second);
    expect(said(third, '3')).toContain('Create entry/602/v/3');
    expect(said(third, '3')).toContain('Update entry/603/v/2');
    expect(outputOf(third.last.files).json('entry/602.jsonld')).toMatchObject({
      version: 3,
      dateModified: '2026-03-01T10:00:00Z',
    });
  });

  it('adds no page to an edition that is released already or not later', async () => {
    const first = await release(book(SECOND, THREE));
    const same = await release(book(SECOND, THREE), first);
    expect(same.last.messages).toEqual([]);
    expect(same.last.record).toBeUndefined();
    expect(outputOf(same.last.files).text('feed/index.jsonld')).toBe(
      outputOf(first.last.files).text('feed/index.jsonld'),
    );
    const changed = await release(book(SECOND, [...THREE, { number: '604', text: 'four' }]), first);
    expect(changed.last.messages.map((message) => [message.ruleId, message.fatal, message.file])).toEqual([
      ['edition-later', false, 'handbook.yaml'],
    ]);
    expect(changed.last.messages[0]?.reason).toContain('the version 2 is released already');
    const earlier = await release(book(FIRST, [...THREE, { number: '604', text: 'four' }]), first);
    expect(earlier.last.messages[0]?.reason).toContain('is not later than 2026-02-01T00:00:00Z of release 2');
    expect(earlier.pages.size).toBe(1);
  });

  it('refuses a ledger of another handbook, out of order, or whose promises are broken', async () => {
    const first = await release(book(FIRST, THREE));
    const foreign = await release(book(SECOND, THREE), {
      ...first,
      ledger: first.ledger.map((item) => ({ ...item, iri: 'https://else.example/' })),
    });
    expect(foreign.last).toMatchObject({
      files: [],
      messages: [{ ruleId: 'ledger-of-this-handbook', fatal: true }],
    });
    const second = await release(book(SECOND, THREE), first);
    const disordered = await release(book(THIRD, THREE), { ...second, ledger: second.ledger.toReversed() });
    expect(disordered.last).toMatchObject({ files: [], messages: [{ ruleId: 'ledger-in-order' }] });
    const lost = await release(book(SECOND, THREE.slice(1)), first);
    expect(lost.last).toMatchObject({
      files: [],
      messages: [{ ruleId: 'number-kept', file: 'releases/1.json' }],
    });
    expect(lost.last.messages[0]?.reason).toContain('The entry 601 (entry-601) of release 1 is gone');
  });

  it('leaves drafts out, aloud', async () => {
    const draft = await release(book(FIRST, [...THREE, { number: '604', text: 'soon', status: 'draft' }]));
    expect(draft.pages.size).toBe(0);
    expect(draft.last.messages.map((message) => [message.ruleId, message.fatal])).toEqual([
      ['feed-without-drafts', undefined],
    ]);
  });

  it('seals pages of 250 members', async () => {
    const many = Array.from({ length: 600 }, (_, index) => ({
      number: String(index + 1),
      text: `answer ${index}`,
    }));
    const first = await release(book(FIRST, many));
    expect([...first.pages.keys()]).toEqual([
      'feed/1/0001.jsonld',
      'feed/1/0002.jsonld',
      'feed/1/0003.jsonld',
    ]);
    expect(first.ledger[0]?.pages.map((page) => page.members)).toEqual([250, 250, 106]);
  });

  it('folds into the snapshot, over random histories', { timeout: 120_000 }, async () => {
    const entry = record({
      number: constantFrom('601', '602', '602A', '603', '604'),
      text: string({ minLength: 1, unit: 'grapheme' }).map((text) => `x${text}`),
      status: constantFrom('active' as const, 'withdrawn' as const, 'deprecated' as const),
      topics: constantFrom([], ['canonical-models']),
      chapter: integer({ min: 0, max: 1 }),
    });
    const edition = array(entry, { maxLength: 6 });
    await verify(
      asyncProperty(array(edition, { minLength: 1, maxLength: 5 }), async (editions) => {
        const present = new Map<string, Sample>();
        let published: Published | undefined;
        for (const [index, changes] of editions.entries()) {
          for (const change of changes) present.set(change.number, change);
          published = await release(
            book({ version: String(index + 1), date: `2026-01-0${index + 1}` }, [...present.values()]),
            published,
          );
        }
        const last = published?.ledger.at(-1);
        expect(last).toBeDefined();
        expect(await hash(fold(published?.pages.values() ?? []) as never)).toBe(last?.stateHash);
        const output = outputOf(published?.last.files ?? []);
        expect(createHash('sha256').update(output.text('coremodels-faq.nq')).digest('hex')).toBe(
          last?.stateHash,
        );
        for (const [path, text] of published?.pages ?? []) {
          const validate = schema(schemaOf(path) ?? '');
          validate(JSON.parse(text));
          expect(validate.errors).toBeNull();
        }
      }),
      { numRuns: 25, seed: 605 },
    );
  });

  it('has no blank node in a payload', async () => {
    const first = await release(book(FIRST, THREE));
    for (const text of first.pages.values()) {
      for (const line of await jsonld.canonize(JSON.parse(text))) expect(line).not.toContain('_:');
    }
  });
});
