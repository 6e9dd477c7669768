import { createServer, type RequestListener } from 'node:http';
import { EXIT, fail } from '../../../exit-code.ts';

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const FIRST_PORT = 4000;
/** How many ports are tried when none was requested. */
const TRIED = 20;

/** Listens on 127.0.0.1, on the requested port or on the first free one from 4000. */
export async function listen(answer: RequestListener, wanted: number | undefined): Promise<Listening> {
  for (let port = wanted ?? FIRST_PORT; ; port++) {
    const listening = await tryPort(answer, port);
    if (listening !== 'taken') return listening;
    if (wanted !== undefined)
      fail(EXIT.usage, `port ${wanted} is in use`, 'Choose another with --port, or none.');
    if (port === FIRST_PORT + TRIED)
      fail(EXIT.usage, `ports ${FIRST_PORT} to ${port} are in use`, 'Choose one with --port.');
  }
}

function tryPort(answer: RequestListener, port: number): Promise<Listening | 'taken'> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve('taken') : reject(error),
    );
    server.listen(port, '127.0.0.1', () =>
      resolve({
        port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
