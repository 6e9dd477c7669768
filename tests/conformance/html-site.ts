import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bookPath, type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { compile } from '@octavo/html';
import { type Browser, chromium } from 'playwright-core';
import { VFile } from 'vfile';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser, or undefined after saying aloud that there is none; a failure where everything must run. */
export async function browser(): Promise<Browser | undefined> {
  const executablePath = [process.env.OCTAVO_CHROMIUM ?? '', ...BROWSERS].find(
    (path) => path && existsSync(path),
  );
  if (executablePath) {
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  }
  missing('chromium', 'HTML in a real browser');
  return undefined;
}

/** Says that a tool is missing, or fails where everything must run. */
export function missing(tool: string, what: string): void {
  const words = `${tool} was not found: ${what} is not tested`;
  if (process.env.OCTAVO_REQUIRE_ALL === '1') throw new Error(words);
  console.warn(words);
}

/** A built site in a folder of its own. */
export interface BuiltSite {
  readonly handbook: Handbook;
  readonly folder: string;
  /** Where a file of the book lies in it: in the folder of the volume, when it is one. */
  readonly at: (path: string) => string;
  /** Address of a page under file://, by its path in the book. */
  readonly file: (path: string) => string;
  readonly remove: () => void;
}

/** Builds the site of a handbook's folder, or of what `change` makes of it, with things to download and a change to tell. */
export async function builtSite(
  source: string,
  change: (handbook: Handbook) => Handbook = (handbook) => handbook,
): Promise<BuiltSite> {
  const root = fileURLToPath(new URL(`../../${source}`, import.meta.url));
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (item) =>
        item.isFile() &&
        !/node_modules|\.turbo|package\.json|turbo\.json/.test(join(item.parentPath, item.name)),
    )
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => new VFile({ path: relative(root, path).split(sep).join('/'), value: readFileSync(path) }));
  const loaded = loadHandbook(files, { drafts: true, tools: await schemaTools(files) });
  const handbook = loaded.handbook && change(loaded.handbook);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const first = handbook.chapters[0]?.entries[0]?.number ?? '';
  const compiled = await compile(handbook, {
    assets: new Map(files.map((file) => [file.path, file.value as Uint8Array])),
    changes: [
      {
        subject: 'entry',
        number: first,
        kind: 'changed',
        significance: 'minor',
        note: 'Clearer.',
        question: 'What is it?',
        chapter: 'First',
        passages: [
          {
            part: 'answer',
            segments: [
              { kind: 'same', text: 'It is ' },
              { kind: 'deleted', text: 'old' },
              { kind: 'inserted', text: 'new' },
            ],
          },
        ],
      },
      {
        subject: 'entry',
        number: '9999',
        kind: 'withdrawn',
        significance: 'major',
        question: 'What was it?',
        chapter: 'First',
        replacedBy: first,
        passages: [],
      },
    ],
    changesSince: { version: '1', date: '2026-01-01' },
    siblings: [
      {
        format: 'pdf',
        title: 'PDF',
        path: bookPath(handbook, `${handbook.id}.pdf`),
        mediaType: 'application/pdf',
        bytes: 123_456,
        sha256: 'a'.repeat(64),
      },
    ],
    structuredData: new Map([[`entry/${first}`, { '@context': 'https://schema.org', '@type': 'FAQPage' }]]),
  });
  const at = (path: string): string => (path.startsWith('volume/') ? path : bookPath(handbook, path));
  const folder = mkdtempSync(join(tmpdir(), 'octavo-html-'));
  for (const file of compiled.files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
  // The list of all editions is the press's: without one, no page is an older one.
  await writeFile(
    join(folder, bookPath(handbook, 'editions.js')),
    'octavoEditions({"folder":"","most":24,"words":{},"editions":[],"entries":[],"withdrawn":[]});\n',
  );
  return {
    handbook,
    folder,
    at,
    file: (path) => `file://${join(folder, at(path))}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Every HTML file below a folder that is not a mere redirect, as paths from it. */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .filter((path) => !readFileSync(join(folder, path), 'utf8').includes('http-equiv="refresh"'))
    .sort();
}

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves a folder under a sub-path on a port of its own. */
export async function serve(folder: string, prefix: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const file = join(folder, path.slice(prefix.length));
    if (!path.startsWith(prefix) || !existsSync(file) || !extname(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': MEDIA[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return { address: `http://127.0.0.1:${address.port}${prefix}`, server };
}
