import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EditionText } from '@octavo/core';
import { entryAsOf } from '@octavo/core/ledger';
import { readHistory, releasedEdition } from '@octavo/press/history';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { released, revise } from '../cli/editions.ts';
import { findProgram, type Running, startCaddy, startNginx } from './hosting-servers.ts';

const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));
const CLIENT = fileURLToPath(new URL('./memento-client.py', import.meta.url));
const IRI = 'https://larder.example/';
/** The editions of the Larder, which have what becomes of entries, and editions of other words behind them. */
const VERSIONS = ['2026.1', '2026.2', '2026.10', '2027.1', '2027.2'];
const MORE = 15;
const PAIRS = 1000;

const place = mkdtempSync(join(tmpdir(), 'octavo-memento-'));
const root = join(place, 'www');
let editions: readonly EditionText[] = [];

beforeAll(async () => {
  const book = join(place, 'larder');
  await mkdir(book);
  const publish = async (version: string): Promise<void> => {
    await released(book, join(place, 'out'), version);
    await promisify(execFile)('node', [PUBLISH, join(place, 'out', version), root]);
  };
  // Servers serve no PDF and no EPUB by the day.
  const settings = join(book, 'handbook.yaml');
  for (const [at, version] of VERSIONS.entries()) {
    await revise(book, at + 1);
    await appendFile(settings, 'formats: [html, jsonld]\n');
    await publish(version);
  }
  const entries = await Promise.all(
    ['keeping', 'using'].map(async (chapter) => {
      const names = await readdir(join(book, chapter));
      return names.map((name) => join(book, chapter, name));
    }),
  ).then((all) => all.flat());
  for (let at = 0; at < MORE; at++) {
    const version = `2028.${at + 1}`;
    const date = new Date(Date.UTC(2027, 10 + at, 1)).toISOString().slice(0, 10);
    await edit(settings, /edition: .*/, `edition: { version: "${version}", date: ${date} }`);
    for (const path of [entries[at % entries.length], entries[(at * 3) % entries.length]])
      await edit(path ?? '', /^---\n(.*?)\n---\n/s, `$&\nThis is how ${version} has it.\n`);
    await publish(version);
  }
  const files = await Promise.all(
    (await readdir(join(book, 'releases'))).map(
      async (name) =>
        new VFile({ path: `releases/${name}`, value: await readFile(join(book, 'releases', name)) }),
    ),
  );
  const history = await readHistory(files);
  editions = history?.ledger.map((release) => releasedEdition(release, history.words)) ?? [];
}, 1_200_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function edit(path: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

/** The same pairs in every run: an entry of the newest edition, and a day on which some edition was published. */
function pairs(): readonly { readonly number: string; readonly day: string; readonly date: string }[] {
  const numbers = editions.at(-1)?.entries.map(({ number }) => number) ?? [];
  let state = 7;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: PAIRS }, () => {
    const number = numbers[Math.floor(random() * numbers.length)] ?? '';
    const instant = Date.UTC(2026, 1, 1) + Math.floor(random() * 1100) * 86_400_000;
    return {
      number,
      day: new Date(instant).toISOString().slice(0, 10),
      date: new Date(instant).toUTCString(),
    };
  });
}

/** What the ledger had on that day, or at first, where the entry came later. */
function wanted(number: string, day: string) {
  const found = entryAsOf(editions, number, day);
  if (found) return { entry: found.entry, version: found.edition.version };
  const first = editions.map(({ date }) => entryAsOf(editions, number, date.slice(0, 10))).find(Boolean);
  return { entry: first?.entry, version: first?.edition.version };
}

const letters = (words: string) =>
  words
    .replace(/<[^>]*>/g, '')
    .replace(/\[[^\]]*\](?:\([^)]*\))?/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

describe.each([
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const)('%s', (name, start) => {
  const program = findProgram(name);
  const skip = program === undefined && process.env.OCTAVO_REQUIRE_ALL !== '1';
  let server: Running | undefined;
  let base = '';
  beforeAll(async () => {
    if (program === undefined) return;
    server = await start(program, [{ root, tree: root }], join(place, name));
    base = `${server.origins[0]}/`;
  });
  afterAll(async () => server?.stop());

  test.skipIf(skip)('page, Markdown and data of 20 releases say what was in force on the day', async () => {
    for (const { number, day, date } of pairs()) {
      const { entry, version } = wanted(number, day);
      for (const ending of ['', '/', '.md', '.jsonld']) {
        const response = await fetch(`${base}entry/${number}${ending}`, {
          headers: { 'Accept-Datetime': date },
        });
        const about = `${number}${ending} on ${day}`;
        expect(response.url, about).toBe(
          `${base}edition/${version}/entry/${entry?.number}${ending === '' ? '/' : ending}`,
        );
        expect(response.headers.get('memento-datetime')).toBe(
          new Date(editions.find((one) => one.version === version)?.date ?? '').toUTCString(),
        );
        const said = letters(await response.text());
        expect(said, about).toContain(letters(entry?.words?.question ?? '?'));
        // The data has its answer as HTML, with the questions of other entries in it.
        const [first = ''] = entry?.words?.answer.split(/[.[]/) ?? [];
        if (entry?.status === 'active') expect(said, about).toContain(letters(first));
      }
    }
  });

  test.skipIf(skip)('says on each page of an entry where its old states are', async () => {
    const timeMap = await (await fetch(`${base}entry/644.link`)).text();
    for (const path of ['entry/644/', 'edition/2026.2/entry/641/']) {
      const { headers } = await fetch(base + path);
      expect(headers.get('link')).toContain(`<${IRI}entry/644>; rel="original timegate"`);
      expect(headers.get('link')).toContain(`<${IRI}entry/644.link>; rel="timemap"`);
    }
    for (const [, address = '', date] of timeMap.matchAll(
      /<([^>]*)>;rel="[^"]*memento";datetime="([^"]*)"/g,
    )) {
      const { status, headers } = await fetch(address.replace(IRI, base));
      expect({ address, status, date: headers.get('memento-datetime') }).toEqual({
        address,
        status: 200,
        date,
      });
    }
    const missing = await fetch(`${base}edition/2026.2/entry/999/`);
    expect([missing.status, missing.headers.get('memento-datetime')]).toEqual([404, null]);
  });

  test.skipIf(skip)('leads to no edition that is not kept: the present text is no old state', async () => {
    const headers = { 'Accept-Datetime': 'Wed, 01 Jul 2026 00:00:00 GMT' };
    const [kept, away] = [join(root, 'edition/2026.2'), join(place, 'away')];
    await rename(kept, away);
    try {
      for (const ending of ['', '/', '.md', '.jsonld']) {
        const response = await fetch(`${base}entry/633${ending}`, { headers });
        expect(response.status, ending).toBe(200);
        expect(response.url, ending).not.toContain('edition/');
        expect(response.headers.get('memento-datetime'), ending).toBeNull();
        expect(response.headers.get('link'), ending).toContain('rel="timemap"');
      }
      expect((await fetch(base, { headers })).url).toBe(base);
    } finally {
      await rename(away, kept);
    }
    expect((await fetch(`${base}entry/633`, { headers })).url).toBe(`${base}edition/2026.2/entry/633/`);
  });

  const python = process.env.OCTAVO_VENV && join(process.env.OCTAVO_VENV, 'bin/python');
  test.skipIf(skip || !python)('memento_client agrees', async () => {
    const some = pairs();
    const child = spawn(python ?? 'python3', [CLIENT, IRI, base], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify(some.map(({ number, date }) => [`${IRI}entry/${number}`, date])));
    const lines = (await readAll(child.stdout)).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).slice(0, 3))).toEqual(
      some.map(({ number, day }) => {
        const { entry, version } = wanted(number, day);
        return [`${IRI}entry/${number}`, `${IRI}edition/${version}/entry/${entry?.number}/`, 200];
      }),
    );
  });
});
