import { Failure, outcomeOf } from '../exit-code.ts';
import { fetchBytes } from './fetch-text.ts';

/** So many images are fetched for one import, each and all of them within these bounds. */
const MOST_IMAGES = 200;
const MOST_BYTES = 10_000_000;
const MOST_BYTES_OF_ALL = 100_000_000;
const MOST_MILLISECONDS = 20_000;

/** The images of a document that lie elsewhere. */
export interface RemoteImages {
  /** Returns an image that was fetched; any other address is noted as wanted. */
  readonly find: (url: string) => Uint8Array | undefined;
  /** Fetches what is wanted, one image after the other, and tells of each what came of it, a line each. */
  readonly fetch: (tell: (line: string) => void) => Promise<void>;
  readonly isWanting: () => boolean;
}

/** Makes a shelf of remote images: it first notes which are wanted, and then holds those that could be fetched. */
export function remoteImages(signal: AbortSignal): RemoteImages {
  const wanted = new Set<string>();
  const fetched = new Map<string, Uint8Array>();
  return {
    find(url) {
      if (!fetched.has(url)) wanted.add(url);
      return fetched.get(url);
    },
    isWanting: () => wanted.size > 0,
    async fetch(tell) {
      let left = MOST_BYTES_OF_ALL;
      for (const [at, url] of [...wanted].entries()) {
        if (at >= MOST_IMAGES || left <= 0) {
          tell(`${wanted.size - at} more images are not fetched: one import fetches at most ${MOST_IMAGES}`);
          return;
        }
        const limits = {
          accept: 'image/*',
          mostBytes: Math.min(MOST_BYTES, left),
          mostMilliseconds: MOST_MILLISECONDS,
          signal,
        };
        const bytes = await outcomeOf(fetchBytes(url, limits));
        if (bytes instanceof Failure) {
          tell(`not fetched: ${bytes.reason}`);
          continue;
        }
        left -= bytes.length;
        fetched.set(url, bytes);
        tell(`fetched ${url} (${Math.ceil(bytes.length / 1000)} kB)`);
      }
    },
  };
}
