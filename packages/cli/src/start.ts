import type { Io, Stream } from './io.ts';
import { main } from './main.ts';

/**
 * Runs the command with the process's own arguments, streams and signals. This is the only place that knows
 * `process`.
 */
export async function start(): Promise<void> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const io: Io = {
    cwd: process.cwd(),
    stdout: wrap(process.stdout),
    stderr: wrap(process.stderr),
    env: process.env,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    moment: () => new Date().toISOString(),
    signal: abort.signal,
  };
  process.exitCode = await main(process.argv.slice(2), io);
}

function wrap(stream: NodeJS.WriteStream): Stream {
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write: (text) => void stream.write(text),
  };
}

/** `octavo … | head` closes the pipe early, which is not an error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
