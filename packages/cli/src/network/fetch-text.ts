import { EXIT, Failure, fail } from '../exit-code.ts';

export interface FetchLimits {
  readonly accept: string;
  readonly mostBytes: number;
  readonly mostMilliseconds: number;
  readonly signal: AbortSignal;
}

/** Fetches a text as UTF-8. Any fault is a failure with exit code 5; an interruption is thrown. */
export async function fetchText(url: string, limits: FetchLimits): Promise<string> {
  const bytes = await fetchBytes(url, limits);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    fail(EXIT.tool, `what is at ${url} is not UTF-8 text`);
  }
}

/** Fetches what is at an address. Any fault is a failure with exit code 5; an interruption is thrown. */
export async function fetchBytes(url: string, limits: FetchLimits): Promise<Uint8Array> {
  const { accept, mostBytes, mostMilliseconds, signal } = limits;
  const late = AbortSignal.timeout(mostMilliseconds);
  try {
    const response = await fetch(url, {
      headers: { accept },
      redirect: 'follow',
      signal: AbortSignal.any([signal, late]),
    });
    if (!response.ok) fail(EXIT.tool, `${url} answers ${response.status} ${response.statusText}`.trimEnd());
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > mostBytes) fail(EXIT.tool, `what is at ${url} is larger than ${mostBytes / 1_000_000} MB`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    if (late.aborted)
      fail(EXIT.tool, `${url} did not answer in ${mostMilliseconds / 1000} seconds`, 'Try again later.');
    fail(EXIT.tool, `${url} cannot be fetched: ${reasonOf(error)}`, 'Check the address and the network.');
  }
}

/** fetch says only "fetch failed"; the reason is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : error.message;
}
