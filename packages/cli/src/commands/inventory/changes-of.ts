import type { Inventory } from '@octavo/core';
import { countedEntries } from '../../counted.ts';

/**
 * Says what a new inventory changes, for people: one line, and another for everything that deserves a look.
 */
export function changesOf(prefix: string, old: Inventory | undefined, now: Inventory): string {
  const head = `${prefix}: ${now.title} ${now.edition.version}, ${countedEntries(now.entries.length)}`;
  if (!old) return `${head}, new\n`;
  const before = new Map(old.entries.map((entry) => [entry.number, entry]));
  const names = new Set(now.entries.flatMap(({ number, id, aliases = [] }) => [number, id, ...aliases]));
  const added = now.entries.filter(({ number }) => !before.has(number));
  const gone = old.entries.filter(({ number }) => !names.has(number));
  const lost = old.entries
    .filter((entry) => !gone.includes(entry))
    .flatMap(({ id, aliases = [] }) => [id, ...aliases])
    .filter((name) => !names.has(name));
  const asked = now.entries.filter(
    ({ number, question }) => before.has(number) && before.get(number)?.question !== question,
  );
  const withdrawn = now.entries.filter(
    ({ number, status }) => status === 'withdrawn' && before.get(number)?.status !== 'withdrawn',
  );
  const other = old.iri !== now.iri || old.id !== now.id;
  const lines = [
    ...(other ? [`this is another handbook: ${now.id} (${now.iri}), it was ${old.id} (${old.iri})`] : []),
    ...(added.length > 0 ? [`new: ${numbers(added)}`] : []),
    ...(gone.length > 0 ? [`gone: ${numbers(gone)}; links to them are errors now`] : []),
    ...(lost.length > 0 ? [`names gone: ${lost.join(', ')}; links by them are errors now`] : []),
    ...(withdrawn.length > 0 ? [`withdrawn: ${numbers(withdrawn)}`] : []),
    ...(asked.length > 0 ? [`other questions: ${numbers(asked)}`] : []),
  ];
  const edition = old.edition.version === now.edition.version ? '' : ` (was ${old.edition.version})`;
  const same = lines.length === 0 ? ', nothing changed' : '';
  return `${head}${edition}${same}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function numbers(entries: readonly { readonly number: string }[]): string {
  return entries.map(({ number }) => number).join(', ');
}
