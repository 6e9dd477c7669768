import type { WorkerOrder } from './worker-message.ts';

/**
 * Splits each input into what belongs to one task alone and what tasks have in common, such as fonts. A value
 * that appeared before is sent to each worker once, and after that by its number.
 */
export function inputSharer(): (
  input: Readonly<Record<string, unknown>>,
  sent: Set<number>,
) => Pick<WorkerOrder, 'own' | 'sharedOnce' | 'sharedBefore'> {
  const seen = new WeakSet<object>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  return (input, sent) => {
    const own: Record<string, unknown> = {};
    const sharedOnce: { id: number; value: unknown }[] = [];
    const sharedBefore: { key: string; id: number }[] = [];
    for (const [key, value] of Object.entries(input)) {
      if (typeof value !== 'object' || value === null || !seen.has(value)) {
        if (typeof value === 'object' && value !== null) seen.add(value);
        own[key] = value;
        continue;
      }
      const id = ids.get(value) ?? next++;
      ids.set(value, id);
      if (!sent.has(id)) sharedOnce.push({ id, value });
      sent.add(id);
      sharedBefore.push({ key, id });
    }
    return { own, sharedOnce, sharedBefore };
  };
}
