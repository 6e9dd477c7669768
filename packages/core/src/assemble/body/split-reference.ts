import { clauseAddress, clauseKey } from '../../model/clause.ts';
import { cutAt } from '../decode-reference.ts';

/** An entry, and what in it a link leads to. */
export interface SplitReference {
  /** Empty where the link names a clause alone. */
  readonly reference: string;
  /** The id of a heading, or the key of a clause. */
  readonly fragment?: string;
  /** The address of a clause. */
  readonly clause?: string;
}

/** Labels one behind the other: `(2)(b)`, `2)b)`, `1. a.`, `3.1`. */
const LABELS = /^(?:\s*[(（]?[\p{L}\p{N}]+(?:\.\p{N}+)*[)）.．]?)+$/u;

/**
 * What a link names: `618`, `618/steps`, `618(2)(b)`, `618 2)b)`, `(2)(b)`. A number may end in a bracket itself, so
 * the longest beginning that is an entry's is the entry. Where none is, the labels begin at the first bracket.
 */
export function splitReference(named: string, isKnown: (reference: string) => boolean): SplitReference {
  const [entry = '', fragment] = cutAt(named, '/');
  if (fragment) {
    const hasLabels = /[()（）]/u.test(fragment) && LABELS.test(fragment);
    return { reference: entry, ...(hasLabels ? clauseOf(fragment) : { fragment }) };
  }
  if (isKnown(entry)) return { reference: entry };
  const starts = [...entry.matchAll(/[(（]|\s+/gu)].map(({ index }) => index);
  const parts = starts
    .map((at) => [entry.slice(0, at).trim(), entry.slice(at)] as const)
    .filter(([before, labels]) => LABELS.test(labels) && (before !== '' || /^[(（]/u.test(labels)));
  const found = parts.findLast(([before]) => before === '' || isKnown(before)) ?? parts[0];
  if (!found || (!isKnown(found[0]) && !/[(（]/u.test(found[1]))) return { reference: entry };
  return { reference: found[0], ...clauseOf(found[1]) };
}

function clauseOf(labels: string): Pick<SplitReference, 'fragment' | 'clause'> {
  return { fragment: clauseKey(labels), clause: clauseAddress(labels) };
}
