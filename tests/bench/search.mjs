/**
 * How often the right answer is found: `node tests/bench/search.mjs <built site> <queries.tsv>`.
 * The search of the site, MiniSearch and Pagefind are asked the same queries (kind, query, numbers of the right
 * entries): MiniSearch over the same words as ours, as it comes and as VitePress sets it, and Pagefind, which runs
 * in a headless Chromium, over the pages of the entries. `pnpm bench install` fetches the two; what is missing is
 * left out, aloud.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

const [site, file] = process.argv.slice(2);
const work =
  process.env.OCTAVO_BENCH ?? new URL('../../node_modules/.cache/octavo-bench', import.meta.url).pathname;
const clients = createRequire(join(work, 'clients/package.json'));
const queries = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => {
    const [kind, query, wanted] = line.split('\t');
    return { kind, query, wanted: wanted.split('|') };
  });
const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((path) => /static\/(?:engine|language|search\/.*)\.js$/.test(path));
const found = [];
const page = { octavoSearchPart: (_chapter, items) => found.push(...items) };
for (const path of scripts) runInNewContext(readFileSync(join(site, path), 'utf8'), page);

/** What each engine loads to search, in compressed bytes; and how it is asked: the numbers of what it finds. */
const engines = [octavo(), ...miniSearch(), await pagefind()].filter(Boolean);
const kinds = [...new Set(queries.map(({ kind }) => kind))];
console.log(`${queries.length} queries (${file}), right answer first / among the first three, in percent\n`);
console.log(['engine', 'all', ...kinds, 'kB'].join('\t'));
for (const { name, bytes, ask, close } of engines) {
  const ranks = [];
  for (const { query, wanted } of queries)
    ranks.push((await ask(query)).findIndex((number) => wanted.includes(number)));
  const told = [undefined, ...kinds].map((kind) => {
    const some = ranks.filter((_, at) => kind === undefined || queries[at].kind === kind);
    const share = (most) =>
      Math.round((some.filter((rank) => rank >= 0 && rank < most).length / some.length) * 1000) / 10;
    return `${share(1)} / ${share(3)}`;
  });
  console.log([name, ...told, Math.round(bytes / 100) / 10].join('\t'));
  await close?.();
}

function packed(paths) {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}

function octavo() {
  const form = readFileSync(
    join(
      site,
      files.find((path) => path.endsWith('search/index.html')),
    ),
    'utf8',
  );
  const engine = page.octavoEngine.create(page.octavoLanguage, [
    /data-cited="([^"]*)"/.exec(form)?.[1] ?? '',
  ]);
  for (const item of found) engine.add(item);
  return {
    name: 'Octavo',
    bytes: packed(scripts.map((path) => join(site, path))),
    ask: (query) => engine.search(query).map(({ item }) => item.numbers?.[0] ?? item.title),
  };
}

function miniSearch() {
  let MiniSearch;
  try {
    MiniSearch = clients('minisearch');
  } catch {
    console.error('MiniSearch is not installed: it is left out.');
    return [];
  }
  const of = (name, searchOptions) => {
    const index = new MiniSearch({ fields: ['title', 'terms', 'text'], searchOptions });
    index.addAll(
      found.map((item, id) => ({ id, title: item.title, terms: item.terms ?? '', text: item.text })),
    );
    const bytes = gzipSync(JSON.stringify(index)).length;
    const ask = (query) => index.search(query).map(({ id }) => found[id].numbers?.[0] ?? found[id].title);
    return { name, bytes, ask };
  };
  return [
    of('MiniSearch', {}),
    of('MiniSearch as VitePress', { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, terms: 1 } }),
  ];
}

async function pagefind() {
  let makeIndex;
  try {
    const { createIndex } = await import(
      pathToFileURL(join(work, 'clients/node_modules/pagefind/lib/index.js')).href
    );
    makeIndex = createIndex;
  } catch {
    console.error('Pagefind is not installed: it is left out.');
    return undefined;
  }
  const { chromium } = await import('playwright-core');
  const { index } = await makeIndex({ rootSelector: 'main' });
  const folder = mkdtempSync(join(tmpdir(), 'octavo-pagefind-'));
  for (const path of files.filter((it) => /(?:^|\/)entry\/\d[^/]*\/index\.html$/.test(it)))
    await index.addHTMLFile({ url: `/${path}`, content: readFileSync(join(site, path), 'utf8') });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };
  const server = createServer((request, response) => {
    try {
      const path = new URL(request.url, 'http://x').pathname;
      const bytes =
        path === '/' ? '<!doctype html><title>Pagefind</title>' : readFileSync(join(folder, path));
      response.writeHead(200, {
        'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  const parts = readdirSync(join(folder, 'pagefind'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:pf_\w+|pagefind)$|pagefind\.js$|pagefind-entry\.json$/.test(path))
    .map((path) => join(folder, 'pagefind', path));
  return {
    name: 'Pagefind',
    bytes: packed(parts),
    ask: (query) =>
      tab.evaluate(
        async ([address, words]) => {
          const engine = await import(address);
          const { results } = await engine.search(words);
          const hits = await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
          return hits.map(({ url }) => /entry\/([^/]+)/.exec(url)?.[1] ?? url);
        },
        ['/pagefind/pagefind.js', query],
      ),
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
