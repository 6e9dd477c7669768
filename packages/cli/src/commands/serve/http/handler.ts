import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { withCharset } from '@octavo/press/documents';
import { readStatic } from '../../../disk/own-files.ts';
import { type LiveSite, type Served, served } from '../live-site.ts';
import type { LiveState } from '../live-state.ts';
import type { Events } from './events.ts';
import { isLoopbackHost } from './host-check.ts';
import { requestPath } from './request-path.ts';
import { OWN, waitingPage, withClient } from './with-client.ts';

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
