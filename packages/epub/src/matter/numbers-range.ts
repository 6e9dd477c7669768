import { type Entry, fillLabel, type Handbook, type Labels } from '@octavo/core';

/** "Questions 601 to 700 of 1000": the volume as the source states it, else what the entries span. */
export function bookRange(handbook: Handbook): string | undefined {
  const { volume, labels } = handbook;
  if (!volume)
    return entriesRange(
      labels,
      handbook.chapters.flatMap((chapter) => chapter.entries),
    );
  const values = { first: volume.first, last: volume.last };
  return volume.of === undefined
    ? fillLabel(labels.range, values)
    : fillLabel(labels.rangeOf, { ...values, of: String(volume.of) });
}

/** "Questions 601 to 605" of the entries given; undefined for none. */
export function entriesRange(labels: Labels, entries: readonly Entry[]): string | undefined {
  const first = entries[0];
  const last = entries.at(-1);
  return first && last && first !== last
    ? fillLabel(labels.range, { first: first.number, last: last.number })
    : undefined;
}
