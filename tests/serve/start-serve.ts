import { get, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the page is told (src/commands/serve/live-state.ts). */
export interface Told {
  readonly build: string;
  readonly background: { readonly phase: string; readonly errors: Told['errors'] };
  readonly errors: readonly {
    path: string;
    line: number;
    column: number;
    rule: string;
    reason: string;
    excerpt?: string;
  }[];
}

/** A running `octavo serve`. */
export interface Serving {
  readonly port: number;
  /** Of the book, with a slash at the end. */
  readonly base: string;
  readonly stderr: () => string;
  /** A request whose path and headers are sent as they are given. */
  readonly ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  readonly state: () => Promise<Told>;
  /** Waits for a state that is as wanted. */
  readonly until: (wanted: (state: Told) => boolean) => Promise<Told>;
  /** Ctrl-C: the exit code. */
  readonly stop: () => Promise<number>;
}

/** Serves a book in process until the test ends. */
export function startServe(book: string, ...options: readonly string[]): Promise<Serving> {
  return startServing(['serve', book, ...(options.includes('--to') ? [] : ['--to', 'html']), ...options]);
}

/** Runs a command that serves a book, until the test ends. */
export async function startServing(argv: readonly string[]): Promise<Serving> {
  const abort = new AbortController();
  let stderr = '';
  let ready: (url: URL) => void = () => {};
  const address = new Promise<URL>((resolve) => {
    ready = resolve;
  });
  const run = runOctavo(
    argv,
    process.cwd(),
    {},
    {
      signal: abort.signal,
      said: (text) => {
        stderr = text;
        const found = /^http:\/\/\S+/m.exec(text);
        if (found) ready(new URL(found[0]));
      },
    },
  );
  const stop = async () => {
    abort.abort();
    return (await run).code;
  };
  onTestFinished(async () => void (await stop()));
  const url = await Promise.race([
    address,
    run.then(({ code }) => Promise.reject(new Error(`serve ended with ${code}: ${stderr}`))),
  ]);
  const port = Number(url.port);
  const ask: Serving['ask'] = (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      get(
        { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
        (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (text: string) => {
            body += text;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        },
      ).on('error', reject);
    });
  const follow = (wanted: (state: Told) => boolean) =>
    new Promise<Told>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path: '/__octavo/events' }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          const events = text.split('\n\n');
          text = events.pop() ?? '';
          for (const event of events) {
            if (!event.startsWith('data: ')) continue;
            const state = JSON.parse(event.slice(6)) as Told;
            if (!wanted(state)) continue;
            request.destroy();
            resolve(state);
            return;
          }
        });
      });
      request.on('error', reject);
    });
  return {
    port,
    base: url.pathname,
    stderr: () => stderr,
    ask,
    until: follow,
    state: () => follow(() => true),
    stop,
  };
}
