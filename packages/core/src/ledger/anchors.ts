import type { Entry } from '../model/handbook.ts';

/** Every anchor that leads to an entry: `q<number>`, its id, its aliases. */
export function anchorsOf(entry: Pick<Entry, 'number' | 'id' | 'aliases'>): readonly string[] {
  const aliases = entry.aliases.flatMap((alias) => (/^\d/.test(alias) ? [alias, `q${alias}`] : [alias]));
  return [...new Set([`q${entry.number}`, entry.id, ...aliases])];
}
