import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/**
 * What one load of a changing handbook keeps in memory for the next one. Pass the same `Memory` and, for
 * every file that has not changed, the same `VFile` object (a changed file is a new object): the result,
 * including messages, is that of a load without memory, and an entry that has not changed stays the same
 * object.
 */
export interface Memory {
  /** Keeps what `make` returns under a name beside an object, for as long as the object lives. */
  readonly keep: <Value>(owner: object, name: string, make: () => Value) => Value;
}

/** An empty memory. */
export function createMemory(): Memory {
  const kept = new WeakMap<object, Map<string, unknown>>();
  return {
    keep: <Value>(owner: object, name: string, make: () => Value): Value => {
      let values = kept.get(owner);
      if (!values) {
        values = new Map();
        kept.set(owner, values);
      }
      if (!values.has(name)) values.set(name, make());
      return values.get(name) as Value;
    },
  };
}

/** A memory that keeps nothing. */
export const NO_MEMORY: Memory = { keep: (_owner, _name, make) => make() };

/**
 * Removes the messages of earlier loads from the files; only those that the reader of the disk added stay.
 */
export function resetMessages(files: readonly VFile[], memory: Memory): void {
  for (const file of files)
    file.messages = [...memory.keep(file, 'given messages', () => [...file.messages])];
}

/** Does work on a file once. Later calls return the same result and add the same messages again. */
export function once<Value>(file: VFile, name: string, memory: Memory, make: () => Value): Value {
  let fresh = false;
  const { value, messages } = memory.keep(file, name, () => {
    fresh = true;
    return recordMessages(file, make);
  });
  // The messages are not spread: a hostile file can have more of them than a call takes arguments.
  if (!fresh) for (const message of messages) file.messages.push(message);
  return value;
}

/** What a function returned, and the messages that it put on a file. */
export interface Recorded<Value> {
  readonly value: Value;
  readonly messages: readonly VFileMessage[];
}

/** Runs a function that adds messages to a file, and records which ones it added. */
export function recordMessages<Value>(file: VFile, make: () => Value): Recorded<Value> {
  const before = file.messages.length;
  const value = make();
  return { value, messages: file.messages.slice(before) };
}
