import type { ServerResponse } from 'node:http';

/** Open streams of server-sent events (HTML Living Standard, 9.2). */
export interface Events {
  /** Answers a request with a stream whose first event is this value. */
  readonly open: (response: ServerResponse, value: unknown) => void;
  readonly send: (value: unknown) => void;
  readonly close: () => void;
}

/** Makes the set of open streams, which is empty. */
export function events(): Events {
  const streams = new Set<ServerResponse>();
  const write = (stream: ServerResponse, value: unknown) =>
    void stream.write(`data: ${JSON.stringify(value)}\n\n`);
  return {
    open: (response, value) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 400\n\n');
      write(response, value);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    send: (value) => {
      for (const stream of streams) write(stream, value);
    },
    close: () => {
      for (const stream of streams) stream.end();
    },
  };
}
