import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { withCharset } from '@octavo/press/documents';
import { readStatic } from '../../../disk/own-files.ts';
import { type LiveSite, type Served, served } from '../live-site.ts';
import type { LiveState } from '../live-state.ts';
import type { Events } from './events.ts';

/** The folder of the server's own files; no chapter or page of a handbook can have this name. */
const OWN = '/__octavo/';

/**
 * Adds the script that reloads a page of the site. The page's own policy forbids every connection, so
 * permission for one to this server is added. A page that allows no script (a redirect) stays as it is.
 */
function withClient(html: string, build: string): string {
  if (!/script-src (?:'|&#x27;)self/.test(html)) return html;
  return html
    .replace(/default-src ('|&#x27;)none\1;/, (policy) => `${policy} connect-src 'self';`)
    .replace('</head>', `${clientTag(build)}</head>`);
}

/** Makes the page that is shown while there is no successful build. */
function waitingPage(build: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>octavo serve</title>${clientTag(build)}</head><body><main><h1>Nothing to show yet</h1><p>The handbook has errors. This page turns into the book as soon as they are mended.</p></main></body></html>`;
}

function clientTag(build: string): string {
  return `<script src="${OWN}live.js" data-build="${build}" defer></script>`;
}

export interface ServedBook {
  readonly port: () => number;
  readonly state: () => LiveState;
  /** The site of the last good build. */
  readonly site: () => LiveSite | undefined;
  /** Returns a file of another format, by path from the web root. */
  readonly otherFile: (path: string) => Promise<Served | undefined>;
  readonly events: Events;
  /** Reports an unexpected error. */
  readonly bug: (error: unknown) => void;
}

/** Answers requests for a book and for the server's own files. */
export function handler(book: ServedBook): RequestListener {
  return (request, response) => {
    answer(book, request, response).catch((error: unknown) => {
      book.bug(error);
      if (!response.headersSent) plain(response, 500, 'This is a bug in Octavo; the terminal says more.');
      response.end();
    });
  };
}

async function answer(book: ServedBook, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLoopbackHost(request.headers.host, book.port()))
    return plain(response, 403, 'octavo serve answers to 127.0.0.1 and localhost only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return plain(response, 405, 'Only GET and HEAD.');
  }
  const path = requestPath(request.url);
  if (path === undefined) return plain(response, 400, 'This is no path.');
  if (path.startsWith(OWN)) return own(book, path.slice(OWN.length), request, response);
  const { build } = book.state();
  const site = book.site();
  if (!site) return send(request, response, 503, html(waitingPage(build)));
  const base = decodeURI(site.base);
  if (!path.startsWith(base)) return redirect(response, site.base);
  const inside = path.slice(base.length);
  const name = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  const found = (await site.file(name)) ?? (await book.otherFile(name));
  if (found) return send(request, response, 200, forBrowser(found, build));
  if (site.has(`${name}/index.html`)) return redirect(response, `${encodeURI(path)}/`);
  const missing = await site.file('404.html');
  if (missing) return send(request, response, 404, forBrowser(missing, build));
  return plain(response, 404, 'There is no such page.');
}

function own(book: ServedBook, name: string, request: IncomingMessage, response: ServerResponse): void {
  const mediaType = OWN_FILES.get(name);
  if (name === 'events') book.events.open(response, book.state());
  else if (mediaType) send(request, response, 200, served(mediaType, readStatic(name)));
  else plain(response, 404, 'There is no such file.');
}

/** The server's own files, by name, with their media types. */
const OWN_FILES: ReadonlyMap<string, string> = new Map([
  ['live.js', 'text/javascript'],
  ['live.css', 'text/css'],
]);

function forBrowser(file: Served, build: string): Served {
  return file.mediaType === 'text/html'
    ? html(withClient(new TextDecoder().decode(file.bytes), build))
    : file;
}

function html(text: string): Served {
  return served('text/html', new TextEncoder().encode(text));
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: Served): void {
  const headers = { ...COMMON, etag: file.etag, 'content-type': withCharset(file.mediaType) };
  if (status === 200 && request.headers['if-none-match']?.includes(file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': file.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { ...COMMON, location }).end();
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...COMMON, 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * Responses are not cached without revalidation, not sniffed for another type, and not readable by pages of
 * other origins.
 */
const COMMON = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
} as const;

/**
 * Says whether a request was meant for this server: its Host (RFC 9112 section 3.2) must be a name of the
 * loopback interface with our port. Any other name belongs to a page elsewhere that made its own name resolve
 * to this machine (DNS rebinding) in order to read the book.
 */
function isLoopbackHost(host: string | undefined, port: number): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host?.toLowerCase() === `${name}:${port}`);
}

/**
 * Returns the path that a request's target names, decoded: `/faq/entry/618/`. Returns undefined for a target
 * that is no path within a tree: with malformed encoding, a step up, a backslash or a control character,
 * however they are encoded.
 */
function requestPath(target: string | undefined): string | undefined {
  const [path = ''] = (target ?? '').split(/[?#]/);
  if (!path.startsWith('/')) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\\\u0000-\u001f\u007f]/.test(decoded)) return undefined;
  const steps = decoded.split('/').slice(1);
  const strange = steps.some(
    (step, at) => step === '.' || step === '..' || (step === '' && at < steps.length - 1),
  );
  return strange ? undefined : decoded;
}
