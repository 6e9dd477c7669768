import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from './temporary-folder.ts';

async function built(book: string, to: string): Promise<(path: string) => Promise<string>> {
  const out = join(await temporaryFolder(), 'site');
  const { code, stderr } = await runOctavo(['build', book, '--to', to, '--out', out], process.cwd());
  expect(code, stderr).toBe(0);
  return (path) => readFile(join(out, path), 'utf8');
}

/** `_headers` as a host reads it: what each rule gives, by path. */
function rules(text: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  let headers = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) {
      headers = new Map();
      found.set(line, headers);
      continue;
    }
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    headers.set(name, value);
  }
  return found;
}

/** A `*` matches whatever there is, as Netlify and Cloudflare have it. */
function matches(rule: string, path: string): boolean {
  const parts = rule.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

test('_headers gives every file of the tree its type, and no file the same header twice', async () => {
  const read = await built(fixture('small'), 'html,epub,jsonld');
  const all = rules(await read('_headers'));
  const { files } = JSON.parse(await read('manifest.json'));
  const known = /\.(html|css|js|json|xml|txt|svg|conf)$|(^|\/)[^.]+$/;
  for (const { path, mediaType } of files as { path: string; mediaType: string }[]) {
    const given = [...all].filter(([rule]) => matches(rule, `/book/${path}`)).map(([, headers]) => headers);
    const names = given.flatMap((headers) => [...headers.keys()]);
    expect(new Set(names).size, path).toBe(names.length);
    const type = given.map((headers) => headers.get('Content-Type')).find(Boolean);
    if (type !== undefined) expect(type.split(';')[0], path).toBe(mediaType);
    else expect(path).toMatch(known);
    const open = given.some((headers) => headers.get('Access-Control-Allow-Origin') === '*');
    const data = /\.(jsonld|nq|ttl|json)$|^feed\.xml$/.test(path);
    expect({ path, open }).toEqual({ path, open: data });
  }
  expect(all.get('/book/context/v1.jsonld')?.get('Cache-Control')).toMatch(/max-age=31536000, immutable/);
  expect(
    [...all.keys()].some((rule) => rule.includes('feed/1.0/')),
    'a preview is not sealed',
  ).toBe(false);
  expect(all.size).toBeLessThanOrEqual(100);
});

test('old names are in one place for each kind of server', async () => {
  const book = await copyOf('small');
  const entry = join(book, 'basics/1-what-is-this.md');
  const text = await readFile(entry, 'utf8');
  const long = `old-${'name-'.repeat(12)}1`;
  await writeFile(entry, text.replace('number: 1', `number: 1\naliases: [default, "77", ${long}]`));
  const read = await built(book, 'html,jsonld');
  expect(await read('_redirects')).toContain('/book/entry/77 /book/entry/1/ 301\n');
  const maps = await read('hosting/nginx-maps.conf');
  expect(maps).toContain('  77 1;\n');
  expect(maps).toContain('  \\default 1;\n');
  expect(maps).toContain(`  '~^${long}$' 1;\n`);
  expect(maps).toContain('  what-is-this 1;\n');
  expect(await read('hosting/Caddyfile')).toContain('      77 1\n');
  const { files } = JSON.parse(await read('manifest.json'));
  expect(files.filter(({ path }: { path: string }) => path.includes('nginx'))).toHaveLength(2);
});

test('without HTML there are no old names and no page for what is missing; the data is served all the same', async () => {
  const read = await built(fixture('small'), 'jsonld');
  expect(await read('hosting/nginx.conf')).not.toContain('404.html');
  expect(await read('hosting/Caddyfile')).toContain('respond 404');
  expect(await read('hosting/nginx.conf')).toContain('application/ld+json jsonld;');
});

test('no variable of nginx is longer than its hash has room for', async () => {
  const book = await copyOf('small');
  const yaml = join(book, 'handbook.yaml');
  await writeFile(
    yaml,
    (await readFile(yaml, 'utf8')).replace('id: small', `id: ${'long-'.repeat(20)}small`),
  );
  const read = await built(book, 'jsonld');
  const names = (await read('hosting/nginx-maps.conf')).matchAll(/\$(octavo_\w+)/g);
  for (const [, name = ''] of names) expect(name.length, name).toBeLessThan(46);
});
