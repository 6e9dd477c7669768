import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, type Published, release, type Sample } from './support/history.ts';
import { type Json, outputOf } from './support/output.ts';

const example = fileURLToPath(new URL('../examples/follow-feed.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'octavo-follow-'));
const site = new Map<string, Uint8Array | string>();
let server: Server;
let root: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const content = site.get(request.url?.slice(1) ?? '');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

async function publish(edition: number, samples: readonly Sample[], before?: Published): Promise<Published> {
  const date = `2026-0${edition}-01`;
  const published = await release(
    { ...book({ version: `2026.${edition}`, date }, samples), iri: root },
    before,
  );
  for (const file of published.last.files) site.set(file.path, file.content as Uint8Array);
  return published;
}

async function follow(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [example, root, join(folder, 'copy.json')]);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(root, ''));
}

/** The copy, and what the snapshot says it should be, both by IRI. */
function compare(published: Published): readonly [Json, Json] {
  const copy = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'));
  const snapshot = outputOf(published.last.files).json('coremodels-faq.jsonld')['@graph'] as Json[];
  return [copy.things, Object.fromEntries(snapshot.map((node) => [node['@id'], node]))];
}

describe('examples/follow-feed.mjs', () => {
  it('keeps a copy in step over three releases: additions, edits, a withdrawal, an insertion', async () => {
    const one: Sample[] = ['601', '602', '603'].map((number) => ({ number, text: `answer ${number}` }));
    const first = await publish(1, one);
    expect((await follow()).length).toBe(9);
    const [copy, snapshot] = compare(first);
    expect(copy).toEqual(snapshot);
    expect(await follow()).toEqual([]);

    const two = one.map((sample) =>
      sample.number === '602' ? { ...sample, status: 'withdrawn' as const } : sample,
    );
    const second = await publish(2, [...two, { number: '602A', text: 'inserted' }], first);
    expect(await follow()).toEqual([
      'Update handbook/v/2',
      'Update chapter/ai-assistance/v/2',
      'Create entry/602A/v/1',
      'Delete entry/602/v/2',
    ]);
    const [later, now] = compare(second);
    expect(later).toEqual(now);

    const three = [
      ...two,
      { number: '602A', text: 'inserted, then edited' },
      { number: '604', text: 'added' },
    ];
    const third = await publish(3, three, second);
    expect(await follow()).toContain('Update entry/602A/v/2');
    const [last, end] = compare(third);
    expect(last).toEqual(end);
  });

  it('refuses a page that is not what the index promises', async () => {
    site.set('feed/2026.4/0001.jsonld', '{"member":[]}');
    const index = JSON.parse(Buffer.from(site.get('feed/index.jsonld') as Uint8Array).toString());
    index.view.relation.push({ node: { '@id': `${root}feed/2026.4/0001.jsonld`, sha256: '0'.repeat(64) } });
    site.set('feed/index.jsonld', JSON.stringify(index));
    await expect(follow()).rejects.toThrow('is not what the index promises');
  });
});
