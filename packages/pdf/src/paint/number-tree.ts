import type { ObjectWriter } from './object-writer.ts';

/** This is a number tree (ISO 32000-2, 7.9.7). Its leaves are written as they fill. */
export interface NumberTree {
  /** Sets the value of a key. Keys come near one another, but not in order. */
  readonly set: (key: number, source: string) => void;
  /** Writes the rest, and returns the tree's object. */
  readonly finish: () => number;
}

const PER_LEAF = 128;

export function numberTree(writer: ObjectWriter): NumberTree {
  const leaves: number[] = [];
  const waiting = new Map<number, string>();
  let next = 0;
  function leaf(count: number): void {
    const first = next;
    const values: string[] = [];
    for (; next < first + count; next++) {
      values.push(`${next} ${waiting.get(next) ?? 'null'}`);
      waiting.delete(next);
    }
    leaves.push(writer.add(`<</Limits[${first} ${next - 1}]/Nums[${values.join(' ')}]>>`));
  }
  return {
    set(key, source) {
      waiting.set(key, source);
      // A page's own value comes after those of its links, so a full leaf waits until all of them are there.
      while (waiting.size >= 2 * PER_LEAF && complete(waiting, next)) leaf(PER_LEAF);
    },
    finish() {
      while (waiting.size > PER_LEAF) leaf(PER_LEAF);
      if (waiting.size > 0) leaf(waiting.size);
      return writer.add(`<</Kids[${leaves.map((id) => `${id} 0 R`).join(' ')}]>>`);
    },
  };
}

function complete(waiting: ReadonlyMap<number, string>, next: number): boolean {
  for (let key = next; key < next + PER_LEAF; key++) if (!waiting.has(key)) return false;
  return true;
}
