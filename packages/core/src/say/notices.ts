import type { Entry } from '../model/documents.generated.ts';
import { inForceOn } from '../model/effective.ts';
import type { Labels } from '../model/labels.generated.ts';
import { type Say, sayLabel } from './sentence.ts';

/** What a reader must know before an answer. */
export interface Notice {
  readonly kind: 'unapproved' | 'draft' | 'deprecated' | 'withdrawn' | 'replaced';
  /** Said in bold type: "Withdrawn". */
  readonly title?: string;
  readonly text?: string;
  /** "Replaced by 634A What is a late event?" */
  readonly replacement: readonly Say[];
}

/** The notices of an entry in an edition of that date, in the order in which every format says them; most entries have none. */
export function noticesOf(entry: Entry, labels: Labels, date: string): readonly Notice[] {
  return [
    ...(entry.unapproved ? [{ kind: 'unapproved', title: labels.unapproved, replacement: [] } as const] : []),
    ...lifecycle(entry, labels, date),
  ];
}

/** Returns the words that are printed across an entry that must not be published, if any. */
export function watermarkOf(entry: Entry, labels: Labels): string | undefined {
  if (entry.status === 'draft') return labels.draft;
  return entry.unapproved ? labels.unapproved : undefined;
}

function lifecycle(entry: Entry, labels: Labels, date: string): readonly Notice[] {
  const { status, replacedBy, effective } = entry;
  // What is in force until a day is replaced after that day.
  const isToCome = status === 'active' && inForceOn(effective ?? {}, date) !== 'noLongerInForce';
  const replacement =
    replacedBy === undefined
      ? []
      : sayLabel(isToCome ? labels.replacedThen : labels.replacedBy, {
          entry: { kind: 'entry', number: replacedBy },
        });
  switch (status) {
    case 'active':
      return replacement.length === 0 ? [] : [{ kind: 'replaced', replacement }];
    case 'draft':
      return [{ kind: status, title: labels.draft, replacement }];
    case 'deprecated':
      return [{ kind: status, title: labels.deprecated, text: labels.deprecatedNotice, replacement }];
    case 'withdrawn':
      return [{ kind: status, title: labels.withdrawn, text: labels.withdrawnNotice, replacement }];
  }
}
