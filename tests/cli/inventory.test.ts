import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** Copies of both volumes, side by side. */
async function volumes(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(fixture('volumes'), folder, { recursive: true });
  return folder;
}

/** A server on loopback that answers as told; returns its address. */
async function server(answer: () => { status?: number; body: string }): Promise<string> {
  const http = createServer((_request, response) => {
    const { status = 200, body } = answer();
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => void http.close(() => done())));
  const address = http.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/inventory.json`;
}

async function pointTo(book: string, url: string): Promise<void> {
  const path = join(book, 'handbook.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/url: "[^"]*"/, `url: "${url}"`));
}

const guide = async () =>
  JSON.parse(await readFile(fixture('volumes/volume-7/inventory/etl-guide.json'), 'utf8'));

test('a build writes inventory.json, and asks no network', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('a build must not fetch'));
  onTestFinished(() => fetched.mockRestore());
  const out = join(await temporaryFolder(), 'site');
  const built = await runOctavo(
    ['build', fixture('volumes/volume-7'), '--to', 'html', '--out', out],
    process.cwd(),
  );
  expect(built.code, built.stderr).toBe(0);
  expect(fetched).not.toHaveBeenCalled();
  expect(JSON.parse(await readFile(join(out, 'volume/small-601-700/inventory.json'), 'utf8'))).toEqual({
    schemaVersion: 1,
    id: 'small-601-700',
    iri: 'https://example.org/work/',
    title: 'A small work, questions 601 to 700',
    language: 'en',
    volume: { first: '601', last: '700', of: 1000 },
    edition: { version: '1.0', date: '2026-11-01' },
    entries: [
      {
        number: '601',
        id: 'go-on',
        question: 'How does one go on?',
        iri: 'https://example.org/work/entry/601',
      },
    ],
  });
});

test('two volumes that link to each other take each other’s inventory from their sources', async () => {
  const folder = await volumes();
  await rm(join(folder, 'volume-7/inventory/volume-6.json'));
  const first = await runOctavo(['check', 'volume-6'], folder);
  expect(first.code).toBe(1);
  expect(first.stderr).toContain('octavo inventory update next');
  const one = await runOctavo(['inventory', 'update'], join(folder, 'volume-6'));
  expect(one).toEqual({
    code: 0,
    stdout: '',
    stderr: 'next: A small work, questions 601 to 700 1.0, 1 entry, new\n',
  });
  const two = await runOctavo(['inventory', 'update', 'volume-6', '--handbook', 'volume-7'], folder);
  expect(two.code, two.stderr).toBe(0);
  expect(await readFile(join(folder, 'volume-7/inventory/volume-6.json'), 'utf8')).toBe(
    await readFile(fixture('volumes/volume-7/inventory/volume-6.json'), 'utf8'),
  );
  for (const volume of ['volume-6', 'volume-7'])
    expect((await runOctavo(['check', volume, '--fail-on', 'warning'], folder)).code).toBe(0);
});

test('what an update changes is said, what vanished is named, and what links to it is an error', async () => {
  const book = join(await volumes(), 'volume-7');
  const now = await guide();
  now.edition.version = '4';
  now.entries.shift();
  now.entries[0].question = 'What is data that comes late?';
  now.entries[0].aliases = [];
  now.entries.push({
    number: '14',
    id: 'retries',
    question: 'When to retry?',
    iri: 'https://example.org/etl/entry/14',
  });
  await pointTo(book, await server(() => ({ body: JSON.stringify(now) })));
  const { code, stderr } = await runOctavo(['inventory', 'update', 'etl-guide'], book);
  expect(code).toBe(0);
  expect(stderr).toBe(
    [
      'etl-guide: ETL guide 4, 2 entries (was 3)',
      '  new: 14',
      '  gone: 12; links to them are errors now',
      '  names gone: lateness; links by them are errors now',
      '  other questions: 13',
      '',
    ].join('\n'),
  );
  const again = await runOctavo(['inventory', 'update', 'etl-guide'], book);
  expect(again.stderr).toBe('etl-guide: ETL guide 4, 2 entries, nothing changed\n');
  const checked = await runOctavo(['check'], book);
  expect(checked.code).toBe(1);
  expect(checked.stderr.match(/reference-resolves/g)).toHaveLength(2);
});

test.each([
  ['an error page', { status: 404, body: 'no' }, 'answers 404', 5],
  ['a web page', { body: '<!doctype html>' }, 'is no inventory: it is not JSON', 5],
  ['a newer format', { body: '{"schemaVersion":2}' }, 'its schemaVersion is 2, and this Octavo knows 1', 5],
  ['something else', { body: '{"schemaVersion":1}' }, "must have required property 'id'", 5],
  ['too much', { body: ' '.repeat(20_000_001) }, 'is larger than 20 MB', 5],
])('%s leaves the file as it is', async (_what, answer, said, exit) => {
  const book = join(await volumes(), 'volume-7');
  await pointTo(book, await server(() => answer));
  const before = await readFile(join(book, 'inventory/etl-guide.json'), 'utf8');
  const { code, stderr } = await runOctavo(['inventory', 'update'], book);
  expect(stderr).toContain(said);
  expect(stderr).toContain('volume-6: A small work');
  expect(code).toBe(exit);
  expect(await readFile(join(book, 'inventory/etl-guide.json'), 'utf8')).toBe(before);
});

test('nobody at the address, a path to nothing, a broken neighbour: each has its words', async () => {
  const folder = await volumes();
  const book = join(folder, 'volume-7');
  await pointTo(book, 'http://127.0.0.1:9/inventory.json');
  await writeFile(join(folder, 'volume-6/basics/540-begin.md'), 'no front matter');
  const { code, stderr } = await runOctavo(['inventory', 'update'], book);
  expect(code).toBe(5);
  expect(stderr).toContain('http://127.0.0.1:9/inventory.json cannot be fetched');
  expect(stderr).toContain('the handbook in "../volume-6" has errors');
  await rm(join(folder, 'volume-6'), { recursive: true });
  const absent = await runOctavo(['inventory', 'update', 'volume-6'], book);
  expect(absent.code).toBe(1);
  expect(absent.stderr).toContain('there is no "../volume-6"');
});

test('a command line that asks for what is not there is told what is', async () => {
  const book = fixture('volumes/volume-7');
  const misspelt = await runOctavo(['inventory', 'update', 'etl-giude'], book);
  expect(misspelt.code).toBe(2);
  expect(misspelt.stderr).toContain('did you mean "etl-guide"?');
  expect((await runOctavo(['inventory', 'renew'], book)).code).toBe(2);
  expect((await runOctavo(['inventory', 'update'], fixture('small'))).stderr).toContain(
    'names no inventories',
  );
});
