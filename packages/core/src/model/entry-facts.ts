import type { Effective, Entry } from './documents.generated.ts';
import { periodOf } from './effective.ts';
import type { Labels } from './labels.generated.ts';

/**
 * The fields that the fingerprint covers, and so an approval: everything that a reader sees with the answer.
 */
export type ApprovedField =
  | 'question'
  | 'answer'
  | 'footnotes'
  | 'status'
  | 'type'
  | 'replacedBy'
  | 'effective'
  | 'topics'
  | 'related';
/** A field that has a line of its own in the list of changes. */
export type FactName =
  | 'replacedBy'
  | 'effective'
  | 'topics'
  | 'related'
  | 'index'
  | 'revised'
  | 'id'
  | 'aliases';
/** The values of the fields that have a line, as text, the publisher's own among them; a field without a value is left out. */
export type EntryFacts = { readonly [Name in FactName]?: readonly string[] } & {
  readonly [own: string]: readonly string[];
};

/**
 * `told` says how the list of changes reports that a field of an entry has changed: by a line of its own, by
 * the name of the change, by the words that differ, or not at all. Changes that only programs read are left
 * to the feed, which reports every statement that differs. `label` is what such a line calls the field; a
 * label that contains `{entry}` is the whole line. With `shown`, every format prints the field under the
 * answer, as a value of this kind.
 */
type FieldRule<Name> = {
  readonly approved: Name extends ApprovedField ? true : false;
} & (Name extends FactName
  ? { readonly told: 'line'; readonly label: keyof Labels; readonly shown?: 'date' | 'text' }
  : { readonly told: 'kind' | 'words' | 'feed' | 'never' });

/** Decides for every field of an entry: a field that is not listed does not compile. */
export const ENTRY_FIELDS: { readonly [Name in keyof Required<Entry>]: FieldRule<Name> } = {
  question: { told: 'words', approved: true },
  answer: { told: 'words', approved: true },
  footnotes: { told: 'words', approved: true },
  status: { told: 'kind', approved: true },
  replacedBy: { told: 'line', label: 'replacedBy', approved: true },
  effective: { told: 'line', label: 'inForce', approved: true },
  topics: { told: 'line', label: 'topics', approved: true },
  related: { told: 'line', label: 'related', approved: true },
  index: { told: 'line', label: 'index', approved: false },
  // This field says when an answer was approved again, so an approval cannot depend on it.
  revised: { told: 'line', label: 'revised', shown: 'date', approved: false },
  // Both have lines of their own as well: see `ownTexts`. Each field says whether an approval covers it.
  type: { told: 'words', approved: true },
  fields: { told: 'words', approved: false },
  id: { told: 'line', label: 'identifier', approved: false },
  aliases: { told: 'line', label: 'identifier', approved: false },
  reviewBy: { told: 'feed', approved: false },
  origin: { told: 'feed', approved: false },
  // An entry with another number is another entry.
  number: { told: 'kind', approved: false },
  // This field is what the list says about a change.
  change: { told: 'never', approved: false },
  // Only the website's search reads it, and nobody sees it.
  search: { told: 'never', approved: false },
  // Only a redlined handbook has them, and none is released.
  edits: { told: 'never', approved: false },
  // It is what earlier lists of changes said.
  history: { told: 'never', approved: false },
  // Approvals are no words of the entry: its history tells their roles.
  approvedBy: { told: 'never', approved: false },
  unapproved: { told: 'never', approved: false },
  fingerprint: { told: 'never', approved: false },
  source: { told: 'never', approved: false },
};

/** The names of the fields that the fingerprint covers, in its order. */
export const APPROVED_FIELDS = fieldsWith(({ approved }) => approved) as readonly ApprovedField[];
/** The names of the fields that have a line, in the order of the lines. */
export const FACT_NAMES = fieldsWith(({ told }) => told === 'line') as readonly FactName[];

/**
 * Returns what is compared line by line: topics by id, entries by number, index terms as they are written.
 */
export function entryFacts(entry: Pick<Entry, FactName>): EntryFacts {
  const facts = FACT_NAMES.map((name) => [name, valuesOf(entry[name])] as const);
  return Object.fromEntries(facts.filter(([, values]) => values.length > 0));
}

function valuesOf(value: Entry[FactName]): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [periodOf(value as Effective)];
  return value.map((one) => (typeof one === 'string' ? one : one.join(' > ')));
}

/** A fact that stands under an answer. */
export interface ShownFact {
  readonly name: FactName;
  readonly label: string;
  readonly shown: 'date' | 'text';
  readonly values: readonly string[];
}

/** The facts that stand under an answer, in their order. */
export function shownFacts(entry: Pick<Entry, FactName>, labels: Labels): readonly ShownFact[] {
  return FACT_NAMES.flatMap((name) => {
    const { label, shown } = ENTRY_FIELDS[name];
    const values = shown === undefined ? [] : valuesOf(entry[name]);
    return shown === undefined || values.length === 0 ? [] : [{ name, label: labels[label], shown, values }];
  });
}

function fieldsWith(holds: (rule: FieldRule<keyof Entry>) => boolean): readonly string[] {
  return Object.entries(ENTRY_FIELDS).flatMap(([name, rule]) => (holds(rule) ? [name] : []));
}
