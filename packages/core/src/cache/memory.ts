import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/**
 * What one load of a changing handbook keeps for the next one, in memory. Hand the same `Memory` and,
 * for every file that has not changed, the same `VFile` object (a changed file is a new one): the
 * result, messages included, is that of a load without memory, and an entry that stays the same stays
 * the same object.
 */
export interface Memory {
  /** Keeps what `make` returns under a name beside an object, as long as the object lives. */
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

/** Takes the messages of earlier loads off the files: only those that the reader of the disk left stay. */
export function resetMessages(files: readonly VFile[], memory: Memory): void {
  for (const file of files)
    file.messages = [...memory.keep(file, 'given messages', () => [...file.messages])];
}

/** Does work on a file once: later the result is there, and the messages it gave are given again. */
export function once<Value>(file: VFile, name: string, memory: Memory, make: () => Value): Value {
  let fresh = false;
  const { value, messages } = memory.keep(file, name, () => {
    fresh = true;
    return recordMessages(file, make);
  });
  // Not spread: a hostile file can have more messages than a call takes arguments.
  if (!fresh) for (const message of messages) file.messages.push(message);
  return value;
}

/** What a function returned, and the messages that it put on a file. */
export interface Recorded<Value> {
  readonly value: Value;
  readonly messages: readonly VFileMessage[];
}

/** Runs a function that puts messages on a file, and notes which. */
export function recordMessages<Value>(file: VFile, make: () => Value): Recorded<Value> {
  const before = file.messages.length;
  const value = make();
  return { value, messages: file.messages.slice(before) };
}
