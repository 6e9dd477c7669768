import { groupBy } from '@octavo/core';
import type { Finding } from '../model/finding.ts';

/** Findings of one kind: the first of them stands for all. */
export interface Folded {
  readonly first: Finding;
  readonly all: readonly Finding[];
}

/** So many of one kind are told one by one. */
const FEW = 5;

/** Folds findings: those of a kind that come often are one, at the place of the first. */
export function folded(findings: readonly Finding[]): readonly Folded[] {
  const kinds = groupBy(findings, ({ kind, severity }) => `${kind} ${severity}`);
  return [...kinds.values()].flatMap((all): Folded[] =>
    (all.length <= FEW ? all.map((one) => [one]) : [all]).map((some) => ({
      first: some[0] as Finding,
      all: some,
    })),
  );
}

/** What is to be looked at first, in this order. */
const RANK: readonly Finding['kind'][] = [
  'source-broken',
  'no-question',
  'not-sound',
  'words-missing',
  'unreadable',
  'encoding',
  'kind-guessed',
  'mended',
  'answer-missing',
  'number-repeated',
  'number-restarts',
  'number-out-of-order',
  'formula',
  'image-missing',
  'link-broken',
  'link-unsupported',
  'link-to-page',
];

/** Returns the findings that matter most, folded. */
export function lookFirst(findings: readonly Finding[], most: number): readonly Folded[] {
  const rank = ({ first }: Folded) => {
    const at = RANK.indexOf(first.kind);
    return (first.severity === 'error' ? 0 : 100) + (at < 0 ? RANK.length : at);
  };
  return folded(findings.filter(({ severity }) => severity !== 'info'))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}
