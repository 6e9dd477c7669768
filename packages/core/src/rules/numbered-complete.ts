import { numberedIn } from '../model/answer-part.ts';
import type { Rule } from './rule.ts';

/** A numbered heading cannot be taken for an entry, and what the book lists is numbered. */
export const numberedComplete: Rule = ({ entries, references, sources, report }) => {
  const { lists = [], numbered } = sources.handbook?.data ?? {};
  const kinds = new Set<string>(numbered);
  for (const [at, kind] of lists.entries())
    if (typeof kind === 'string' && !kinds.has(kind))
      report({
        keys: ['lists', at],
        reason: `the book has a list of ${kind}, and does not number them`,
        actual: kind,
        note: `Add ${kind} to "numbered:", or remove them here.`,
      });
  for (const entry of entries)
    for (const { type, numbered: number, position } of numberedIn(entry.answer)) {
      const other = type === 'heading' ? references.known.get(number) : undefined;
      if (other)
        report({
          path: entry.source.path,
          position,
          reason: `the heading would have the number ${number}, which is an entry's: "${other.label}"`,
          actual: number,
          note: 'Take headings out of "numbered:" in handbook.yaml.',
        });
    }
};
