import { execFile, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { Entry, Handbook, LedgerRelease, ReleaseContent } from '@octavo/core';
import { linesOf, sealRecord, tipsOf } from '@octavo/core/ledger';
import { compile } from '@octavo/jsonld';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { CLIENTS } from './clients-folder.ts';

const clients = CLIENTS;
const missing = !existsSync(join(clients, 'node_modules', 'ldes-client'));
const skip = missing && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: ldes-client is not installed in ${clients}`);

const script = readFileSync(new URL('./jsonld-replay.mjs', import.meta.url));
const FOLLOW = fileURLToPath(new URL('../../packages/jsonld/examples/follow-feed.mjs', import.meta.url));
const state = mkdtempSync(join(tmpdir(), 'octavo-replay-'));
const site = new Map<string, Uint8Array>();
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? '';
    const content = site.get(path);
    const caching = /^feed\/[^/]+\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(content ? 200 : 404, {
      'content-type': 'application/ld+json',
      'cache-control': caching,
    });
    response.end(content);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(state, { recursive: true, force: true });
});

/** Publishes a release: the new files go over the old ones, sealed pages stay. */
async function publish(handbook: Handbook, ledger: ReleaseContent[]): Promise<string> {
  const sealed = new Map([...site].filter(([path]) => /^feed\/[^/]+\//.test(path)));
  const { files, record, messages } = await compile(handbook, { ledger });
  expect(messages).toEqual([]);
  for (const file of files) {
    expect(sealed.has(file.path), file.path).toBe(false);
    site.set(file.path, file.content as Uint8Array);
  }
  if (!record) throw new Error('nothing was released');
  ledger.push(record);
  return record.stateHash;
}

interface Copy {
  readonly members: readonly string[];
  readonly hash: string;
}

function startClient(iri: string, folder: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, FEED: `${iri}feed/index.jsonld`, STATE: folder, ...more };
  const child = spawn(process.execPath, ['--input-type=module'], {
    cwd: clients,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(script);
  const closed = once(child, 'close');
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const copies = (): readonly Copy[] =>
    [...output.matchAll(/^RESULT (.+)$/gm)].map(([, json = '']) => JSON.parse(json));
  return { child, closed, copies, output: () => output };
}

async function replay(iri: string): Promise<Copy> {
  const client = startClient(iri, state);
  await client.closed;
  const [copy] = client.copies();
  if (!copy) throw new Error(client.output());
  return copy;
}

describe.skipIf(skip)('ldes-client', () => {
  test('keeps a copy in step over three releases, to the published hash', async () => {
    expect(missing).toBe(false);
    // As a book that is no volume: its feed lies at the web root.
    const { volume: _volume, ...handbook } = (await loadBook('content/coremodels-faq')).handbook;
    const iri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const edition = (number: number, edit: (entry: Entry) => Entry | readonly Entry[]): Handbook => ({
      ...handbook,
      iri,
      edition: { version: `2026.${number}`, date: `2026-0${number}-01` },
      chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.flatMap(edit) })),
    });
    const tail = (members: readonly string[]): string[] =>
      members.map((member) => member.replace(iri, '')).sort();
    const ledger: ReleaseContent[] = [];

    const first = await publish(
      edition(1, (entry) => entry),
      ledger,
    );
    const start = await replay(iri);
    expect(start.members.length).toBe(ledger[0]?.pages.reduce((sum, page) => sum + page.members, 0));
    expect(start.hash).toBe(first);
    expect((await replay(iri)).members).toEqual([]);

    const answer: Entry['answer'] = [
      { type: 'paragraph', children: [{ type: 'text', value: 'Said better. 料理 😀' }] },
    ];
    const edited = (entry: Entry): Entry | readonly Entry[] => {
      if (entry.number === '605') return { ...entry, answer };
      if (entry.number === '606') return { ...entry, status: 'withdrawn' };
      if (entry.number === '634') return [entry, { ...entry, number: '634A', id: 'inserted' }];
      return entry;
    };
    const second = await publish(edition(2, edited), ledger);
    const update = await replay(iri);
    expect(tail(update.members)).toEqual([
      'Create entry/634A/v/1',
      'Delete entry/606/v/2',
      'Update chapter/data-engineering/v/2',
      'Update chapter/etl-and-pipelines/v/2',
      'Update entry/605/v/2',
      ...(handbook.glossary.some((term) => term.entries.includes('606')) ? ['Update glossary/v/2'] : []),
      'Update handbook/v/2',
    ]);
    expect(update.hash).toBe(second);

    const third = await publish(
      edition(3, (entry) => (entry.number === '606' ? { ...entry, answer } : edited(entry))),
      ledger,
    );
    const last = await replay(iri);
    expect(tail(last.members)).toContain('Create entry/606/v/3');
    expect(last.hash).toBe(third);
    expect((await replay(iri)).members).toEqual([]);
  });

  test('reads the members of a hotfix’s line too, and ends with the newest edition', async () => {
    const { volume: _volume, ...handbook } = (await loadBook('content/coremodels-faq')).handbook;
    const iri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    site.clear();
    const said = (words: string): Entry['answer'] => [
      { type: 'paragraph', children: [{ type: 'text', value: words }] },
    ];
    /** An edition in which some entries say something else, or are not there. */
    const edition = (
      [version, date, previous]: readonly [string, string, string?],
      answers: Readonly<Record<string, string | undefined>>,
    ): Handbook => ({
      ...handbook,
      iri,
      glossary: [],
      redirects: [],
      edition: { version, date, ...(previous === undefined ? {} : { previous }) },
      chapters: handbook.chapters.map((chapter) => ({
        ...chapter,
        entries: chapter.entries
          .filter(({ number }) => !(number in answers && answers[number] === undefined))
          .map((entry) => {
            const words = answers[entry.number];
            return words === undefined
              ? entry
              : { ...entry, answer: said(words), fingerprint: `1-${hash('sha256', words)}` };
          }),
      })),
    });
    const ledger: LedgerRelease[] = [];
    const seal = { text: '0'.repeat(64), sums: '0'.repeat(64), generator: '0.1.0' };
    /** A hotfix leaves the root as it is; only the feed pages that it sealed are put there. */
    const put = async (book: Handbook): Promise<string> => {
      const { files, record } = await compile(book, { ledger });
      if (!record) throw new Error('nothing was released');
      for (const file of files)
        if (record.behind === undefined || /^feed\/[^/]+\/\d/.test(file.path))
          site.set(file.path, file.content as Uint8Array);
      const before = linesOf(book.edition, ledger).line.at(-1);
      ledger.push(sealRecord(record, seal, before, tipsOf(ledger)));
      return record.stateHash;
    };
    const folder = mkdtempSync(join(state, 'lines-'));
    const replayIn = async (where: string): Promise<Copy> => {
      const client = startClient(iri, where);
      await client.closed;
      const [copy] = client.copies();
      if (!copy) throw new Error(client.output());
      return copy;
    };
    // 1.0 lacks 640, which 1.1 adds; 1.1 says 605 anew.
    await put(edition(['1.0', '2026-01-01'], { '640': undefined }));
    const second = await put(edition(['1.1', '2026-02-01'], { '605': 'Said by 1.1.' }));
    expect((await replayIn(folder)).hash).toBe(second);
    const hotfix = await put(
      edition(['1.0.1', '2026-03-01', '1.0'], { '605': 'Mended.', '606': 'Mended.', '640': undefined }),
    );
    expect(hotfix).not.toBe(second);
    expect(await replayIn(folder)).toEqual({ members: [], hash: second });
    const third = await put(edition(['1.2', '2026-04-01'], { '605': 'Said by 1.1.', '607': 'Said by 1.2.' }));
    const last = await replayIn(folder);
    expect(last.hash).toBe(third);
    const told = last.members.map((member) => member.replace(iri, ''));
    // Those of the hotfix, and those that say again what is newest; never a word about what 1.0.1 never had.
    expect(told.filter((member) => / entry\//.test(member)).sort()).toEqual([
      'Update entry/605/v/3',
      'Update entry/605/v/4',
      'Update entry/606/v/2',
      'Update entry/606/v/3',
      'Update entry/607/v/2',
    ]);
    const fresh = mkdtempSync(join(state, 'fresh-'));
    expect((await replayIn(fresh)).hash).toBe(third);
    // The client of plain JSON that we ship as an example ends there too.
    const file = join(fresh, 'plain.json');
    await promisify(execFile)(process.execPath, [FOLLOW, iri, file]);
    const { things } = JSON.parse(readFileSync(file, 'utf8')) as { things: Record<string, unknown> };
    const graph = (nodes: readonly unknown[]) => nodes.map((node) => JSON.stringify(node)).sort();
    const snapshot = JSON.parse(new TextDecoder().decode(site.get(`${handbook.id}.jsonld`)));
    expect(graph(Object.values(things))).toEqual(graph(snapshot['@graph']));
  });

  test('follows releases that are published while it runs', async () => {
    const { handbook } = await loadBook('tests/fixtures/small');
    const iri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const ledger: ReleaseContent[] = [];
    const release = (number: number, edit: (entry: Entry) => Entry): Promise<string> =>
      publish(
        {
          ...handbook,
          iri,
          edition: { version: `${number}.0`, date: `2026-0${number}-01` },
          chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.map(edit) })),
        },
        ledger,
      );
    site.clear();
    const first = await release(1, (entry) => entry);
    const folder = join(state, 'follower');
    mkdirSync(folder);
    const client = startClient(iri, folder, { FOLLOW: '1' });
    try {
      const next = async (count: number): Promise<Copy> => {
        await vi.waitUntil(() => client.copies().length >= count || client.child.exitCode !== null, {
          timeout: 60_000,
          interval: 100,
        });
        const copy = client.copies()[count - 1];
        if (!copy) throw new Error(client.output());
        return copy;
      };
      const start = await next(1);
      expect(start.members.length).toBe(ledger[0]?.pages[0]?.members);
      expect(start.hash).toBe(first);

      const tail = (members: readonly string[]) => members.map((member) => member.replace(iri, '')).sort();
      const better = (entry: Entry): Entry =>
        entry.number === '2' ? { ...entry, question: [{ type: 'text', value: 'Why small?' }] } : entry;
      const second = await release(2, better);
      const update = await next(2);
      expect(tail(update.members)).toEqual(['Update entry/2/v/2', 'Update handbook/v/2']);
      expect(update.hash).toBe(second);

      const third = await release(3, (entry) =>
        entry.number === '2' ? { ...entry, status: 'withdrawn' } : entry,
      );
      const last = await next(3);
      expect(tail(last.members)).toContain('Delete entry/2/v/3');
      expect(last.hash).toBe(third);
      expect(client.child.exitCode).toBe(null);
    } finally {
      client.child.kill();
      await client.closed;
    }
  });
});
