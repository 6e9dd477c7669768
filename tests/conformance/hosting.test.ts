import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram, type Hosted, type Running, startCaddy, startNginx } from './hosting-servers.ts';
import { hostedTrees, OLD_NAMES } from './hosting-trees.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const place = mkdtempSync(join(tmpdir(), 'octavo-hosting-'));
let trees: readonly Hosted[];

beforeAll(async () => {
  trees = await hostedTrees(place);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Asks as it is told, follows nothing. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        answered({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    })
      .on('error', failed)
      .end();
  });
}

const SERVERS = [
  { name: 'nginx', start: startNginx },
  { name: 'caddy', start: startCaddy },
] as const;

describe.each(SERVERS)('$name serves the tree as its file says', ({ name, start }) => {
  const program = findProgram(name);
  const skip = program === undefined && process.env.OCTAVO_REQUIRE_ALL !== '1';
  if (skip) console.warn(`Skipped: ${name} was not found, its configuration is not tested`);
  let server: Running | undefined;
  let book = '';
  let top = '';

  beforeAll(async () => {
    if (skip) return;
    if (program === undefined) throw new Error(`${name} was not found`);
    server = await start(program, trees, join(place, name));
    book = `${server.origins[0]}/kitchen-sink/`;
    top = `${server.origins[1]}/`;
  });
  afterAll(async () => server?.stop());

  test.skipIf(skip)('every file has the media type that manifest.json gives it', async () => {
    const manifest = JSON.parse(await readFile(join(trees[0]?.tree ?? '', 'manifest.json'), 'utf8'));
    const files: { path: string; mediaType: string }[] = manifest.files;
    expect(files.length).toBeGreaterThan(250);
    for (const { path, mediaType } of files) {
      const { status, headers } = await ask(book + path.split('/').map(encodeURIComponent).join('/'));
      // Caddy gives a folder's page the folder's address, and hides the Caddyfile that it has read.
      if (status === 308 && path.endsWith('index.html')) continue;
      if (name === 'caddy' && path === 'hosting/Caddyfile') continue;
      expect({ path, status, type: headers['content-type']?.split(';')[0] }).toEqual({
        path,
        status: 200,
        type: mediaType,
      });
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test.skipIf(skip).each([
    ['entry/1.jsonld', 'application/ld+json', '*', 'no-cache'],
    ['kitchen-sink.nq', 'application/n-quads', '*', 'no-cache'],
    ['context/shapes.ttl', 'text/turtle; charset=utf-8', '*', 'no-cache'],
    ['context/v1.jsonld', 'application/ld+json', '*', FOR_EVER],
    ['schemas/manifest.schema.json', 'application/schema+json', '*', 'no-cache'],
    ['handbook.json', 'application/json', '*', 'no-cache'],
    ['manifest.json', 'application/json', '*', 'no-cache'],
    ['feed.json', 'application/feed+json', '*', 'no-cache'],
    ['feed.xml', 'application/atom+xml', '*', 'no-cache'],
    ['feed/index.jsonld', 'application/ld+json', '*', 'no-cache'],
    ['feed/2026.1/0001.jsonld', 'application/ld+json', '*', FOR_EVER],
    // Not released yet: the next build may change it.
    ['feed/2026.2/0001.jsonld', 'application/ld+json', '*', 'no-cache'],
    ['entry/1.md', 'text/markdown; charset=utf-8', undefined, 'no-cache'],
    ['kitchen-sink.epub', 'application/epub+zip', undefined, 'no-cache'],
    ['entry/1/', 'text/html; charset=utf-8', undefined, 'no-cache'],
    ['', 'text/html; charset=utf-8', undefined, 'no-cache'],
    ['hosting/nginx.conf', 'text/plain; charset=utf-8', undefined, 'no-cache'],
  ])('%s: type, CORS, caching', async (path, type, origin, cache) => {
    const { status, headers } = await ask(book + path);
    expect({
      status,
      type: headers['content-type'],
      origin: headers['access-control-allow-origin'],
      cache: headers['cache-control'],
    }).toEqual({ status: 200, type, origin, cache });
    const tag = headers.etag ?? '';
    expect(tag).not.toBe('');
    const same = await ask(book + path, { 'if-none-match': tag });
    expect([same.status, same.headers['access-control-allow-origin']]).toEqual([304, origin]);
  });

  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
  const COMUNICA = 'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/html;q=0.2';
  test.skipIf(skip).each([
    [undefined, 'page'],
    ['*/*', 'page'],
    [BROWSER, 'page'],
    ['text/html, application/ld+json;q=0.5', 'page'],
    ['application/ld+json;q=0, text/html', 'page'],
    ['application/ld+json', 'data'],
    ['Application/LD+JSON, application/json;q=0.9', 'data'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted", text/html', 'data'],
    ['text/html;q=0.5, application/ld+json;q=0.9', 'data'],
    [COMUNICA, 'data'],
  ])('Accept %s at an IRI gets the %s', async (accept, form) => {
    const headers: Record<string, string> = accept === undefined ? {} : { accept };
    for (const number of ['1', '30.1.2', '12A']) {
      const answer = await ask(`${book}entry/${number}`, headers);
      expect(answer.headers.vary).toContain('Accept');
      expect(answer.headers['cache-control']).toBe('no-cache');
      if (form === 'data') {
        expect(answer.status).toBe(200);
        expect(answer.headers['content-type']).toBe('application/ld+json');
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        expect(JSON.parse(answer.body)['@id']).toBe(`https://example.org/kitchen-sink/entry/${number}`);
      } else {
        expect([301, 308]).toContain(answer.status);
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        expect(answer.headers.location).toBe(`/kitchen-sink/entry/${number}/`);
        const page = await ask(new URL(answer.headers.location ?? '', book).href, headers);
        expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
        expect(page.body).toContain(`id="q${number}"`);
      }
    }
  });

  test.skipIf(skip)('an IRI that has data only answers with it', async () => {
    for (const iri of ['chapter/bench', 'page/preface', 'handbook']) {
      const { status, headers } = await ask(book + iri, { accept: BROWSER });
      expect({ iri, status, type: headers['content-type'] }).toEqual({
        iri,
        status: 200,
        type: 'application/ld+json',
      });
    }
  });

  test.skipIf(skip)('old ids and numbers lead on, people to the page and programs to the data', async () => {
    for (const [from, to] of [
      ['900', '1'],
      ['gas-marks', '15'],
      ['which-knives-first', '1'],
      ['how-much-water', '12A'],
    ]) {
      for (const slash of ['', '/']) {
        const { status, headers } = await ask(`${book}entry/${from}${slash}`, { accept: BROWSER });
        expect({
          status,
          to: headers.location,
          cache: headers['cache-control'],
          origin: headers['access-control-allow-origin'],
        }).toEqual({
          origin: '*',
          status: 301,
          to: `/kitchen-sink/entry/${to}/`,
          cache: 'no-cache',
        });
      }
    }
    const accept = 'application/ld+json';
    const tombstone = await ask(`${book}entry/900`, { accept });
    expect(JSON.parse(tombstone.body)).toMatchObject({
      '@type': 'Tombstone',
      isReplacedBy: 'https://example.org/kitchen-sink/entry/1',
    });
    const id = await ask(`${book}entry/how-much-water`, { accept });
    expect([id.status, id.headers.location]).toEqual([301, '/kitchen-sink/entry/12A.jsonld']);
    const bare = await ask(book.slice(0, -1));
    expect([bare.status, bare.headers.location]).toEqual([301, '/kitchen-sink/']);
  });

  test.skipIf(skip)('at the top of a host, and with names that are hard to write', async () => {
    expect((await ask(top)).body).toContain('A Small Handbook');
    for (const old of OLD_NAMES) {
      const { status, headers } = await ask(`${top}entry/${encodeURIComponent(old)}`);
      expect({ old, status, to: headers.location }).toEqual({ old, status: 301, to: '/entry/1/' });
    }
  });

  test.skipIf(skip)('what is not there is 404 with our page, kept by nobody', async () => {
    for (const path of ['nowhere', 'entry/99999/', 'entry/', 'feed/2026.1/0099.jsonld', 'context/v1.jsonl']) {
      const { status, headers, body } = await ask(book + path);
      expect({ path, status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
        path,
        status: 404,
        type: 'text/html; charset=utf-8',
        cache: 'no-cache',
      });
      expect(body).toContain('404');
    }
  });

  test.skipIf(skip)('text is compressed', async () => {
    const { headers } = await ask(`${book}kitchen-sink.nq`, { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toContain('Accept-Encoding');
  });
});
