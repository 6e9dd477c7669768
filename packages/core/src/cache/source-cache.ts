import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { RuleId } from '../message/catalogue.ts';
import type { Finding } from '../message/make-message.ts';
import { report } from '../message/report.ts';
import { seal, unseal } from './seal.ts';

/**
 * Keeps bytes under a key that names everything they depend on. What it returns is trusted when its seal is
 * intact.
 */
export interface SourceCache {
  readonly get: (key: string) => Uint8Array | undefined;
  readonly put: (key: string, bytes: Uint8Array) => void;
}

/** Data, and the warnings that were added to a file while it was made. */
interface KeptData<Data> {
  readonly data: Data;
  readonly warnings: readonly (readonly [rule: RuleId, finding: Finding])[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Returns what a cache has under a key; undefined when it has nothing, or something damaged. */
export function recall<Data>(cache: SourceCache, key: string): KeptData<Data> | undefined {
  const bytes = unseal(cache.get(key));
  return bytes && (JSON.parse(decoder.decode(bytes)) as KeptData<Data>);
}

/**
 * Stores data in a cache, sealed, with the messages of its making. Nothing is stored when one of them is an
 * error.
 */
export function keep(
  cache: SourceCache,
  key: string,
  data: unknown,
  messages: readonly VFileMessage[],
): void {
  if (messages.some(({ fatal }) => fatal === true)) return;
  const warnings = messages.map(({ ruleId, reason, place, actual, expected, note }) => [
    ruleId,
    { reason, place, actual, expected, note },
  ]);
  cache.put(key, seal(encoder.encode(JSON.stringify({ data, warnings }))));
}

/** Adds the warnings of stored data to a file again. */
export function tellAgain(file: VFile, { warnings }: KeptData<unknown>): void {
  for (const [rule, finding] of warnings) report(file, rule, finding, 'warning');
}
