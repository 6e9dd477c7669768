import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** Keeps bytes under a key that names all they depend on. What it hands out is what was put in, or nothing. */
export interface SourceCache {
  readonly get: (key: string) => Uint8Array | undefined;
  readonly put: (key: string, bytes: Uint8Array) => void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a cache has under a key, as data. */
export function recall<Data>(cache: SourceCache, key: string): Data | undefined {
  const bytes = cache.get(key);
  return bytes && (JSON.parse(decoder.decode(bytes)) as Data);
}

/** Puts data into a cache. */
export function keep(cache: SourceCache, key: string, data: unknown): void {
  cache.put(key, encoder.encode(JSON.stringify(data)));
}

/** A message as data. */
export type KeptMessage = Pick<
  VFileMessage,
  'reason' | 'place' | 'ruleId' | 'fatal' | 'url' | 'actual' | 'expected' | 'note'
>;

export function keptMessage(message: VFileMessage): KeptMessage {
  const { reason, place, ruleId, fatal, url, actual, expected, note } = message;
  return { reason, place, ruleId, fatal, url, actual, expected, note };
}

/** Puts a message on a file again. */
export function tellAgain(file: VFile, { reason, place, ruleId, ...rest }: KeptMessage): void {
  const message = file.message(reason, {
    ...(place ? { place } : {}),
    source: 'octavo',
    ...(ruleId ? { ruleId } : {}),
  });
  for (const [key, value] of Object.entries(rest))
    if (value !== undefined) Object.assign(message, { [key]: value });
}
