import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf, temporaryFolder } from '../cli/temporary-folder.ts';
import { startServe } from './start-serve.ts';

/** The file of an entry of the fixture `small`, and the file of the other. */
const ENTRY = 'basics/1-what-is-this.md';
const save = async (book: string, path: string, change: (text: string) => string) =>
  writeFile(join(book, path), change(await readFile(join(book, path), 'utf8')));

describe('a served book', () => {
  test('is at the path of its IRI, with media types, tags, and a page for what is not there', async () => {
    const { ask, base } = await startServe(await copyOf('small'));
    const first = await ask('/');
    expect([first.status, first.headers.location]).toEqual([302, base]);
    const page = await ask(base);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<script src="/__octavo/live.js" data-build=');
    expect(page.body).toContain("connect-src 'self'");
    const again = await ask(base, { 'if-none-match': String(page.headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await ask(base, {}, 'HEAD');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      page.headers['content-length'],
    ]);
    expect((await ask(`${base}entry/1`)).headers.location).toBe(`${base}entry/1/`);
    expect((await ask(`${base}entry/1/`)).status).toBe(200);
    for (const [path, type] of [
      ['static/octavo.css', 'text/css; charset=utf-8'],
      ['static/search-parts.js', 'text/javascript; charset=utf-8'],
      ['entry/1.md', 'text/markdown; charset=utf-8'],
      ['feed.json', 'application/feed+json'],
      ['static/icon.svg', 'image/svg+xml'],
    ] as const) {
      const file = await ask(base + path);
      expect([path, file.status, file.headers['content-type']]).toEqual([path, 200, type]);
      expect(file.headers['x-content-type-options']).toBe('nosniff');
    }
    const missing = await ask(`${base}entry/99/`);
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('Page not found');
    const deep = await ask(`${base}entry/99/and/deeper`);
    expect(deep.status).toBe(404);
    // What is shown at any depth has its style sheet, scripts and links from the host's root.
    for (const [, address = ''] of deep.body.matchAll(/ (?:href|src|action)="([^"#:]+)"/g))
      expect([
        address,
        (await ask(new URL(address, `http://x${base}entry/99/and/deeper`).pathname)).status,
      ]).toEqual([address, 200]);
    const posted = await ask(base, {}, 'POST');
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('tells the history of its entries, and what changes since the last release', async () => {
    const book = await copyOf('history');
    await save(book, 'handbook.yaml', (text) =>
      text.replace('"2027.2", date: 2027-09-30', '"2028.1", date: 2028-03-01'),
    );
    await save(book, 'keeping/633-flour.md', (text) => text.replace('Smell it', 'Taste it'));
    const { ask, base } = await startServe(book);
    expect((await ask(`${base}entry/633/`)).body).toContain('Changed in 2027.1 (Rye and the freezer.)');
    const changes = await ask(`${base}changes/`);
    expect(changes.body).toMatch(/<del[^>]*>.{0,60}Smell.{0,60}<\/del><ins[^>]*>.{0,60}Taste/);
  });

  test.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '[::1]'])(
    'is not shown to the host "%s"',
    async (host) => {
      const { ask, base } = await startServe(await copyOf('small'));
      for (const path of [base, '/__octavo/events', '/__octavo/live.js']) {
        const { status, body } = await ask(path, { host });
        expect([path, status]).toEqual([path, 403]);
        expect(body).not.toContain('Handbook');
      }
    },
  );

  test('is not shown to a request that names no host', async () => {
    const { port, base } = await startServe(await copyOf('small'));
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${base} HTTP/1.0\r\n\r\n`));
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('is all there is: no path leads out of it', async () => {
    const book = await copyOf('small');
    const { ask, base } = await startServe(book);
    for (const path of [
      '/../../../../etc/passwd',
      `${base}../../../../../etc/passwd`,
      `${base}%2e%2e/%2e%2e/%2e%2e/etc/passwd`,
      `${base}..%2f..%2f..%2fetc%2fpasswd`,
      `${base}..\\..\\etc\\passwd`,
      `${base}%5c..%5c..%5cetc%5cpasswd`,
      `${base}entry/1/index.html%00.png`,
      `${base}%`,
      `${base}%c0%ae%c0%ae/etc/passwd`,
      '//etc/passwd',
      `${base}handbook.yaml`,
      `${base}${ENTRY}`,
      '/__octavo/../handbook.yaml',
      '/__octavo/%2e%2e/package.json',
      '/__octavo/live.js/../../package.json',
    ]) {
      const { status, body } = await ask(path);
      expect([path, [302, 400, 404].includes(status)]).toEqual([path, true]);
      expect(body).not.toMatch(/root:|schemaVersion|"name"/);
    }
  });
});

describe('a save', () => {
  test('is shown, and only then does the page hear of it', async () => {
    const book = await copyOf('small');
    const { ask, base, state, until } = await startServe(book);
    const { build } = await state();
    const changed = until((now) => now.build !== build);
    await save(book, ENTRY, (text) => `${text}\nA sentence more.\n`);
    await changed;
    for (const path of ['entry/1/', 'basics/', 'entry/1.md'])
      expect((await ask(base + path)).body).toContain('A sentence more.');
  });

  test('with an error leaves the last good page, names the line, and mending it is enough', async () => {
    const book = await copyOf('small');
    const { ask, base, until, stderr } = await startServe(book);
    await save(book, ENTRY, (text) => `${text}\nTo [nothing](#nothing).\n`);
    const { errors, build } = await until((now) => now.errors.length > 0);
    expect(errors).toMatchObject([{ rule: 'reference-resolves', excerpt: 'To [nothing](#nothing).' }]);
    expect(errors[0]?.path).toMatch(/1-what-is-this\.md$/);
    expect((await ask(`${base}entry/1/`)).body).not.toContain('nothing');
    expect(stderr()).toContain('reference-resolves');
    await save(book, ENTRY, (text) => text.replace('#nothing', '#2'));
    const mended = await until((now) => now.errors.length === 0);
    expect(mended.build).not.toBe(build);
    expect((await ask(`${base}entry/1/`)).body).toContain('To <a');
  });

  test('that breaks handbook.yaml, removes it, brings it back', async () => {
    const book = await copyOf('small');
    const path = join(book, 'handbook.yaml');
    const good = await readFile(path, 'utf8');
    const { ask, base, until } = await startServe(book);
    await writeFile(path, 'title: [');
    await until((now) => now.errors.some(({ rule }) => rule === 'yaml-well-formed'));
    await rm(path);
    await until((now) => now.errors.some(({ rule }) => rule === 'handbook-present'));
    expect((await ask(base)).status).toBe(200);
    await writeFile(path, good.replace(/^title: .*$/m, 'title: Another title'));
    await until((now) => now.errors.length === 0);
    expect((await ask(base)).body).toContain('Another title');
  });

  test('of a new file, a removed one, a renamed one, a new folder', async () => {
    const book = await copyOf('small');
    const { ask, base, until } = await startServe(book);
    const fresh = (number: number) => `---\nnumber: ${number}\nquestion: Is ${number} new?\n---\n\nYes.\n`;
    const shows = async (path: string, status: number) => {
      await expect.poll(async () => (await ask(base + path)).status, { timeout: 20_000 }).toBe(status);
    };
    await writeFile(join(book, 'basics/3-new.md'), fresh(3));
    await shows('entry/3/', 200);
    await rename(join(book, 'basics/3-new.md'), join(book, 'basics/4-new.md'));
    await save(book, 'basics/4-new.md', () => fresh(4));
    await shows('entry/4/', 200);
    await shows('entry/3/', 404);
    await rm(join(book, 'basics/4-new.md'));
    await shows('entry/4/', 404);
    await mkdir(join(book, 'more'));
    await writeFile(join(book, 'more/5-new.md'), fresh(5));
    await until((now) => now.errors.some(({ rule }) => rule === 'chapter-known'));
    await rm(join(book, 'more'), { recursive: true });
    await until((now) => now.errors.length === 0);
  });

  test('after save in a burst comes to the last one, in fewer builds than saves', async () => {
    const book = await copyOf('small');
    const { ask, base, stderr } = await startServe(book);
    const text = await readFile(join(book, ENTRY), 'utf8');
    const builds = () => stderr().match(/ ms\)?$/gm)?.length ?? 0;
    const before = builds();
    for (let at = 1; at <= 60; at++) {
      // Some of them are broken, and some take longer than a build.
      await writeFile(join(book, ENTRY), at % 7 === 0 ? 'broken' : `${text}\nSave ${at}.\n`);
      if (at % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await expect
      .poll(async () => (await ask(`${base}entry/1/`)).body, { timeout: 20_000 })
      .toContain('Save 60.');
    expect(builds() - before).toBeLessThan(60);
  });
});

describe('octavo serve', () => {
  test('ends with Ctrl-C, and gives its port back', async () => {
    const book = await copyOf('small');
    const first = await startServe(book);
    expect(await first.stop()).toBe(0);
    const second = await startServe(book, '--port', String(first.port));
    expect(second.port).toBe(first.port);
    expect(await second.stop()).toBe(0);
  });

  test('of a book that is broken from the start shows it once it is mended', async () => {
    const book = await copyOf('small');
    const good = await readFile(join(book, ENTRY), 'utf8');
    await writeFile(join(book, ENTRY), 'no front matter');
    const { ask, state, until } = await startServe(book);
    const page = await ask('/');
    expect(page.status).toBe(503);
    expect(page.body).toContain('/__octavo/live.js');
    expect((await state()).errors.map(({ rule }) => rule)).toContain('front-matter-present');
    await writeFile(join(book, ENTRY), good);
    await until((now) => now.errors.length === 0);
    expect((await ask('/')).status).toBe(302);
  });

  test('takes the next port, unless one was asked for', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    onTestFinished(() => new Promise<void>((done) => void taken.close(() => done())));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const book = await copyOf('small');
    const refused = await runOctavo(['serve', book, '--to', 'html', '--port', String(port)], process.cwd());
    expect([refused.code, refused.stderr]).toEqual([
      2,
      `octavo: port ${port} is in use\n  Choose another with --port, or none.\n`,
    ]);
    const [one, two] = [await startServe(book), await startServe(book)];
    expect(one.port).not.toBe(two.port);
  });

  test('of nothing, or at a port that cannot be, says so', async () => {
    const folder = await temporaryFolder();
    const absent = await runOctavo(['serve', join(folder, 'absent')], folder);
    expect([absent.code, absent.stderr]).toEqual([2, expect.stringContaining('there is no folder')]);
    const port = await runOctavo(['serve', folder, '--port', '70000'], folder);
    expect([port.code, port.stderr]).toEqual([2, expect.stringContaining('there is no port 70000')]);
  });
});

test("someone else's format is built beside the site, offered there, and built anew at a save", async () => {
  const book = await copyOf('stranger-format');
  const { ask, base, until } = await startServe(book, '--to', 'html,gemini', '--allow-code');
  const ready = () => until(({ background }) => background.phase === 'ready');
  await ready();
  const file = await ask(`${base}stranger.gmi`);
  expect([file.status, file.headers['content-type']]).toEqual([200, 'text/gemini; charset=utf-8']);
  expect(file.body).toContain('For readers of the small web.');
  await save(book, 'handbook.yaml', (text) => text.replace('For readers', 'For all readers'));
  await until(({ background }) => background.phase === 'building');
  await ready();
  expect((await ask(`${base}stranger.gmi`)).body).toContain('For all readers of the small web.');
  expect((await ask(`${base}downloads/`)).body).toContain('<strong>Gemini</strong>');
});

test("what is wrong with someone else's format is told to the browser, at its place", async () => {
  const book = await copyOf('stranger-format');
  await save(book, 'formats/gemini.mjs', (text) =>
    text.replace('{ own }) => {', '{ own }) => { throw new Error("no way");'),
  );
  const { until, ask, base } = await startServe(book, '--to', 'html,gemini', '--allow-code');
  const { errors, background } = await until((state) => state.background.phase === 'failed');
  expect((await ask(base)).status).toBe(200);
  expect(errors).toEqual([]);
  expect(background.errors).toMatchObject([{ line: 14, column: 5, rule: 'format-compiles' }]);
  expect(background.errors[0]?.path).toMatch(/handbook\.yaml$/);
  expect(background.errors[0]?.reason).toBe('./formats/gemini.mjs: compile failed: no way');
});
