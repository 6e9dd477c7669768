import type { Destination } from '../display/bound-book.ts';
import type { Landings } from './landings.ts';
import { type ObjectWriter, textString } from './object-writer.ts';

const LEAF_SIZE = 64;

/** Writes the name tree of destinations (ISO 32000-2, 7.9.6), and returns the entry for the catalog's names. */
export function writeDestinations(
  writer: ObjectWriter,
  destinations: ReadonlyMap<string, Destination>,
  { nameValue }: Pick<Landings, 'nameValue'>,
): string {
  const names = [...destinations.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const leaves: number[] = [];
  for (let at = 0; at < names.length; at += LEAF_SIZE) {
    const own = names.slice(at, at + LEAF_SIZE);
    const [first = '', last = ''] = [own[0], own.at(-1)];
    const entries = own.map(
      (name) => `${textString(name)}${nameValue(destinations.get(name) as Destination)}`,
    );
    const limits = `${textString(first)}${textString(last)}`;
    leaves.push(writer.add(`<</Limits[${limits}]/Names[${entries.join('')}]>>`));
  }
  if (leaves.length === 0) return '';
  return `/Dests ${writer.add(`<</Kids[${leaves.map((id) => `${id} 0 R`).join(' ')}]>>`)} 0 R`;
}
