import { createHash } from 'node:crypto';
import type { Entry, Handbook, Ledger, LedgerRelease } from '@octavo/core';
import { sealRecord } from '@octavo/core/ledger';
import type { JsonldCompiled } from '../../src/index.ts';
import { compile } from '../../src/index.ts';
import { FAQ, loadFixture } from './load-fixture.ts';
import { type Json, outputOf } from './output.ts';

/** What the tests vary of an entry. */
export interface Sample {
  readonly number: string;
  readonly text: string;
  readonly topics?: readonly string[];
  readonly status?: Entry['status'];
  readonly chapter?: number;
}

/** As a book that is no volume: its feed lies at the web root. */
const { volume: _volume, ...faq } = loadFixture(FAQ);
const [template] = faq.chapters[0]?.entries ?? [];

/** A small handbook of two chapters in the FAQ's frame, of the given entries. */
export function book(edition: Handbook['edition'], samples: readonly Sample[]): Handbook {
  const chapters = faq.chapters.slice(0, 2).map((chapter, index) => ({
    ...chapter,
    entries: samples.filter((sample) => (sample.chapter ?? 0) === index).map(entryOf),
  }));
  return {
    ...faq,
    edition,
    chapters,
    glossary: [],
    front: [],
    back: [],
    topics: faq.topics.slice(0, 2),
    redirects: [],
  };
}

function entryOf(sample: Sample): Entry {
  if (!template) throw new Error('The FAQ has no entry');
  const { number, text, topics = [], status = 'active' } = sample;
  return {
    ...template,
    number,
    id: `entry-${number.toLowerCase()}`,
    answer: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    topics,
    status,
    related: [],
    aliases: [],
    fingerprint: `1-${createHash('sha256').update(`${text} ${status}`).digest('hex')}`,
  };
}

/** Everything published so far: the ledger and every feed page by path. */
export interface Published {
  readonly ledger: Ledger;
  readonly pages: ReadonlyMap<string, string>;
  readonly last: JsonldCompiled;
}

/** Releases a handbook after the given releases. */
export async function release(handbook: Handbook, before?: Published): Promise<Published> {
  const ledger = before?.ledger ?? [];
  const last = await compile(handbook, { ledger });
  const output = outputOf(last.files);
  const pages = output.paths.filter((path) => /^feed\/.+\/\d+\.jsonld$/.test(path));
  // The ledger lies on disk between releases.
  const seal = { text: '0'.repeat(64), sums: '0'.repeat(64), generator: '0.1.0' };
  const sealed = last.record && sealRecord(last.record, seal, ledger.at(-1));
  const record = sealed && (JSON.parse(JSON.stringify(sealed)) as LedgerRelease);
  return {
    ledger: record ? [...ledger, record] : ledger,
    pages: new Map([...(before?.pages ?? []), ...pages.map((path) => [path, output.text(path)] as const)]),
    last,
  };
}

/** The members of pages, in the order of the pages. */
export function members(pages: Iterable<string>): readonly Json[] {
  return [...pages].flatMap((page) => JSON.parse(page).member as Json[]);
}

/** What a client keeps that follows the feed: the last graph of everything not deleted. */
export function fold(pages: Iterable<string>): Json {
  const state = new Map<string, Json>();
  for (const member of members(pages)) {
    if (member['@type'] === 'Delete') state.delete(member.isVersionOf);
    else state.set(member.isVersionOf, member['@graph']);
  }
  return { '@context': `${faq.iri}context/v1.jsonld`, '@graph': [...state.values()].flat() };
}
