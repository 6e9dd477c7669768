import type { Handbook } from '../../model/documents.generated.ts';
import type { ConditionAxes, HandbookSource } from '../../model/source.generated.ts';
import { type Choice, choiceOf, valuesOf } from '../condition.ts';

/**
 * Says how an edition relates to the others of its book (DCMI Metadata Terms): it is a version of the work whose
 * address is the book's, and the edition at that address names the others. An edition names no other one that keeps
 * more of a secret axis than it does itself, nor the work where nobody but such editions could know of it.
 */
export function relationsOf(
  name: string,
  { iri = '', editions = {}, conditions = {} }: Partial<HandbookSource>,
): Pick<Handbook, 'isVersionOf' | 'hasVersion'> {
  const all = Object.entries(editions).map(([key, own]) => ({
    key,
    iri: editionIri(iri, key, own.iri),
    choice: choiceOf(own.for, conditions),
  }));
  const own = all.find(({ key }) => key === name);
  const whole = { iri, choice: new Map() };
  if (!own) return {};
  const named = [whole, ...all]
    .filter((other) => other.iri !== own.iri && mayName(own.choice, other.choice, conditions))
    .map((other) => other.iri);
  const isWork = own.iri === whole.iri;
  const [first, ...more] = new Set(isWork ? named : []);
  return {
    ...(named.includes(whole.iri) ? { isVersionOf: whole.iri } : {}),
    ...(first === undefined ? {} : { hasVersion: [first, ...more] }),
  };
}

/** The address of an edition: in full, or below that of the book. */
export function editionIri(book: string | undefined, name: string, own = `${name}/`): string {
  return URL.canParse(own, book) ? new URL(own, book).href : own;
}

/** Whether all that an edition keeps of secret axes is kept by another, which may therefore name it. */
function mayName(own: Choice, other: Choice, axes: ConditionAxes): boolean {
  return Object.entries(axes).every(([axis, declared]) => {
    if (Array.isArray(declared) || !declared.secret) return true;
    const kept = (choice: Choice): ReadonlySet<string> => choice.get(axis) ?? new Set(valuesOf(declared));
    return [...kept(other)].every((value) => kept(own).has(value));
  });
}
