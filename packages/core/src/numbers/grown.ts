import type { NumberItem, NumberSystem } from './number-system.ts';

/** Whether a grammar is another one, with no more than new words among those that it had, in their order. */
export function isGrownFrom(system: NumberSystem, was: NumberSystem): boolean {
  return (
    shapeOf(system) === shapeOf(was) &&
    wordsIn(was).every((words, at) => {
      const now = wordsIn(system)[at]?.filter((word) => words.includes(word)) ?? [];
      return now.join('\n') === words.join('\n');
    })
  );
}

function shapeOf(system: NumberSystem): string {
  // With sorted keys: one of the two comes from a file.
  return JSON.stringify(system, (key, value: unknown) => {
    if (key === 'words') return [];
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  });
}

function wordsIn(items: NumberSystem | readonly NumberItem[]): readonly (readonly string[])[] {
  return items.flat().flatMap((item) => {
    if (item.kind === 'words') return [item.words];
    return item.kind === 'maybe' || item.kind === 'repeat' ? wordsIn(item.items) : [];
  });
}
