import type { Memory } from '../cache/memory.ts';
import type { Sources } from '../read/read.ts';

/** Stands for all that every entry depends on: handbook.yaml, the inventories, the options. */
export type Epoch = object;

interface Holder {
  epoch: Epoch;
  inventories: readonly object[];
}

/** The epoch of the load before when none of that has changed, else a new one. */
export function epochOf(sources: Sources, lenient: boolean, memory: Memory): Epoch {
  const inventories = [...sources.inventories.values()].map(({ file, data }): object => data ?? file);
  if (sources.types) inventories.push(sources.types);
  const holder = memory.keep(
    sources.handbook ?? sources,
    `epoch ${lenient}`,
    (): Holder => ({ epoch: {}, inventories }),
  );
  const isSame =
    holder.inventories.length === inventories.length &&
    holder.inventories.every((item, at) => item === inventories[at]);
  if (!isSame) {
    holder.epoch = {};
    holder.inventories = inventories;
  }
  return holder.epoch;
}
