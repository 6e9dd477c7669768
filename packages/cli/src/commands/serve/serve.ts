import { randomBytes } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import type { Call } from '../../command-line/command.ts';
import type { ServeOptions } from '../../commands.generated.ts';
import { handbookFolder } from '../../disk/read-handbook.ts';
import { watchFolder } from '../../disk/watch-folder.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import { startBackground } from './background.ts';
import { events } from './http/events.ts';
import { handler } from './http/handler.ts';
import { listen } from './http/listen.ts';
import { liveServer } from './live-server.ts';
import { openBrowser } from './open-browser.ts';
import { backgroundLine, rebuildLine } from './terminal-lines.ts';

/** Resources are closed in the opposite order. */
type Opened = { readonly close: () => Promise<void> | void }[];

/**
 * `octavo serve`: serves the website from memory on 127.0.0.1, rebuilds it after every save, and builds the
 * other formats in the background. It ends with exit code 0 when it is interrupted.
 */
export async function serve(
  { positionals: [path = '.'], options }: Call<ServeOptions>,
  io: Io,
): Promise<ExitCode> {
  return serveFolder(resolve(io.cwd, path), options, io);
}

/** Serves the handbook in a folder until it is interrupted; `page` is the page to begin at, below its IRI. */
export async function serveFolder(
  root: string,
  options: Call<ServeOptions>['options'],
  io: Io,
  page = '',
): Promise<ExitCode> {
  if (options.port !== undefined && options.port > 65_535)
    misuse(`there is no port ${options.port}`, 'A number up to 65535.');
  await handbookFolder(root);
  const opened: Opened = [];
  try {
    return await run({ root, page }, options, io, opened);
  } finally {
    for (const item of opened.reverse()) await item.close();
  }
}

async function run(
  { root, page }: { readonly root: string; readonly page: string },
  options: Call<ServeOptions>['options'],
  io: Io,
  opened: Opened,
): Promise<ExitCode> {
  const say = (text: string) => {
    if (!options.quiet && text !== '') io.stderr.write(text);
  };
  const ended = ending(io.signal);
  const streams = events();
  const background = await startBackground({
    root,
    formats: options.to,
    source: options,
    changed: (state) => {
      say(backgroundLine(state));
      if (state.phase === 'failed') reportDiagnostics(state.errors, options, io);
      streams.send(live.state());
    },
  });
  opened.push(background);
  const prefix = relative(io.cwd, root).split(sep).join('/');
  const live = liveServer({
    root,
    prefix,
    source: options,
    background,
    tell: streams.send,
    report: (rebuild) => {
      reportDiagnostics(rebuild.diagnostics, options, io);
      say(rebuildLine(rebuild));
    },
    now: io.now,
    run: randomBytes(6).toString('hex'),
  });
  let port = 0;
  const listening = await listen(
    handler({
      port: () => port,
      state: live.state,
      site: live.site,
      otherFile: background.file,
      events: streams,
      bug: ended.fail,
    }),
    options.port,
  );
  port = listening.port;
  opened.push(listening, streams);
  opened.push(await watchFolder(root, (paths) => void live.changed(paths).catch(ended.fail), ended.fail));
  await live.changed(undefined);
  const url = `http://127.0.0.1:${port}${live.site()?.base ?? '/'}${page}`;
  // The address is the point of the command, so it is printed even with `--quiet`.
  io.stderr.write(`${url}\n`);
  say(`  watching ${prefix === '' ? 'this folder' : prefix}; Ctrl-C ends it\n`);
  if (options.open && !(await openBrowser(url)))
    say('  no browser could be opened: open the address yourself\n');
  await ended.promise;
  return EXIT.ok;
}

/** Settles when the command is interrupted, or when a task fails that nothing else waits for. */
function ending(signal: AbortSignal): {
  readonly promise: Promise<void>;
  readonly fail: (error: unknown) => void;
} {
  let fail: (error: unknown) => void = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    fail = reject;
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // The promise may fail before anything waits for it.
  promise.catch(() => {});
  return { promise, fail };
}
