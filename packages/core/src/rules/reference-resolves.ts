import { nameOf } from '../assemble/references.ts';
import { isOutside } from '../assemble/volume.ts';
import { nearest } from '../message/nearest.ts';
import type { CrossReference } from '../model/answer.ts';
import { partsIn } from '../model/answer-part.ts';
import { clauseKey, clausesIn } from '../model/clause.ts';
import type { Entry } from '../model/documents.generated.ts';
import { numberKey } from '../numbers/number-key.ts';
import type { NumberSystem } from '../numbers/number-system.ts';
import { readsAsNumber } from '../numbers/order-numbers.ts';
import { linkSpelling } from '../numbers/spelling.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Every cross-link and every `related` leads to an entry that will be published. */
export const referenceResolves: Rule = (book) => {
  for (const body of book.bodies) {
    const allowDrafts = book.drafts || body.entry?.status === 'draft';
    for (const node of body.all) {
      if (node.type !== 'crossReference') continue;
      const part = partFault(node, book);
      const fault = faultOf(node.number, written(node), book, allowDrafts) ?? part;
      const own = body.entry && partIds(body.entry).has(node.number) ? body.entry.number : undefined;
      if (fault)
        book.report({
          path: body.path,
          position: node.position,
          ...(body.keys ? { keys: body.keys } : {}),
          ...fault,
          ...(part && book.edition !== undefined ? { note: IN_EDITION } : {}),
          ...(own ? { note: `To that part of this entry: "#${linkSpelling(own)}/${node.number}".` } : {}),
        });
    }
  }
  for (const entry of book.entries) {
    entry.related.forEach((number, at) => {
      if (entry.related.indexOf(number) < at) {
        book.report({
          path: entry.source.path,
          keys: ['related', at],
          reason: `${number} is there twice`,
          note: 'Remove one of the two.',
        });
        return;
      }
      const fault = faultOf(number, `"${number}"`, book, book.drafts || entry.status === 'draft');
      if (fault) book.report({ path: entry.source.path, keys: ['related', at], ...fault });
      else if (number === entry.number) {
        book.report({
          path: entry.source.path,
          keys: ['related', at],
          reason: `${number} is related to itself`,
          note: 'Remove it.',
        });
      }
    });
  }
};

function written(node: CrossReference): string {
  return `"${node.written}"`;
}

/** What in an entry a link names, and the entry does not have. */
function partFault({ number, fragment, clause }: CrossReference, { index }: Pick<RuleContext, 'index'>) {
  const target = index.entry.get(number);
  if (fragment === undefined || !target) return undefined;
  if (clauseAddresses(target).has(fragment)) return undefined;
  if (clause !== undefined) return clauseFault(number, clause, fragment, clauseAddresses(target));
  const ids = partIds(target);
  if (ids.has(fragment)) return undefined;
  const near = nearest(fragment, ids);
  return {
    reason: `nothing in ${number} has the id "${fragment}"${near === undefined ? '' : `; did you mean #${linkSpelling(number)}/${near}?`}`,
    actual: fragment,
    expected:
      ids.size === 0 ? `an entry with headings or other ids: ${number} has none` : [...ids].slice(0, 12),
    note: `A heading's id is made of its words, or given at its end: "## Steps {#steps}". That of a figure, caption or formula stands behind it as well.`,
  };
}

const IN_EDITION =
  'Where the edition leaves it out, put the link under the same condition, or let it lead to the entry.';

const ORDER = new Intl.Collator('en', { numeric: true });

/** A clause that is not there; the nearest is the one before its place, else the one that it would stand in. */
function clauseFault(number: string, clause: string, key: string, addresses: ReadonlyMap<string, string>) {
  const keys = [...addresses.keys()];
  const above = key.split('-').slice(0, -1).join('-');
  const beside = keys.filter((one) => one.split('-').slice(0, -1).join('-') === above);
  const near =
    beside.findLast((one) => ORDER.compare(one, key) < 0) ??
    beside[0] ??
    (addresses.has(above) ? above : nearest(key, keys));
  const hint = near === undefined ? '' : `; did you mean #${linkSpelling(number)}${addresses.get(near)}?`;
  return {
    reason: `there is no clause ${clause} in ${number}${hint}`,
    actual: clause,
    expected:
      addresses.size === 0
        ? `an entry with clauses: ${number} has none`
        : [...new Set(addresses.values())].slice(0, 12),
    note:
      addresses.size === 0
        ? 'Labels make clauses where handbook.yaml, the chapter or the entry says "clauses: true".'
        : undefined,
  };
}

const addressed = new WeakMap<Entry, ReadonlyMap<string, string>>();

/** The addresses of an entry's clauses by their keys, former ones too. */
function clauseAddresses(entry: Entry): ReadonlyMap<string, string> {
  const made =
    addressed.get(entry) ??
    new Map(
      clausesIn(entry.answer).flatMap(({ clause, formerly = [] }) =>
        [clause, ...formerly].map((one) => [clauseKey(one), clause]),
      ),
    );
  addressed.set(entry, made);
  return made;
}

const known = new WeakMap<Entry, ReadonlySet<string>>();

/** The ids of an entry's headings, figures, tables and formulas, in reading order. */
function partIds(entry: Entry): ReadonlySet<string> {
  const made = known.get(entry) ?? new Set(partsIn(entry.answer).flatMap(({ id }) => id ?? []));
  known.set(entry, made);
  return made;
}

/** What is wrong with a reference, if anything. */
export function faultOf(
  number: string,
  shown: string,
  { handbook, index, references }: Pick<RuleContext, 'handbook' | 'index' | 'references'>,
  allowDrafts: boolean,
): { reason: string; actual: string; expected?: string; note?: string } | undefined {
  const target = index.entry.get(number);
  if (target) {
    if (target.status !== 'draft' || allowDrafts) return undefined;
    return {
      reason: `${shown} leads to a draft, which is not published`,
      actual: number,
      note: 'Link to a published entry, or publish the draft.',
    };
  }
  // An entry in a folder that is no chapter has its own message, and so has a file that could not be read.
  if (references.known.has(number) || excused(number, references.excused)) return undefined;
  if (isOutside(number, handbook.volume, handbook.numbers)) {
    return {
      reason: `${shown} is in another volume, and no inventory of this work has it`,
      actual: number,
      expected: `an entry of this volume, ${handbook.volume?.first} to ${handbook.volume?.last}, or of an inventory with the same iri`,
      note: 'Name that volume under "inventories:" and run "octavo inventory update". Links may lead to it; "related" stays within the volume.',
    };
  }
  const near = nearestTo(number, references.known, handbook.numbers);
  const found = near === undefined ? undefined : references.known.get(near);
  const hint = near !== undefined && found ? `; did you mean #${linkSpelling(near)}?` : '';
  return {
    reason: `no entry ${shown}${hint}`,
    actual: number,
    expected: 'the number, id, alias or file of an entry',
    ...(near !== undefined && found ? { note: `#${linkSpelling(near)} is "${found.label}".` } : {}),
  };
}

/** A link to a file that has been renamed or moved still tells the entry's number. */
function nearestTo(
  reference: string,
  known: RuleContext['references']['known'],
  system: NumberSystem | undefined,
): string | undefined {
  if (!reference.includes('.md')) {
    if (!system || !readsAsNumber(reference, system)) return nearest(reference, known.keys());
    // Of a number of the book's grammar one sign may be wrong: more would be another number.
    const spelt = new Map([...known.keys()].map((name) => [linkSpelling(name), name]));
    const near = nearest(linkSpelling(reference), spelt.keys(), 1);
    return near && spelt.get(near);
  }
  const { number, slug } = nameOf(reference.replace(/#.*$/, ''));
  return number !== undefined && known.has(number) ? number : nearest(slug, known.keys());
}

/** A file that could not be read has its own message: what leads to it is not blamed too. */
function excused(reference: string, unread: ReadonlySet<string>): boolean {
  const name = reference.split('/').at(-1) ?? reference;
  return (
    unread.has(reference) ||
    unread.has(numberKey(reference)) ||
    [...unread].some((path) => path.endsWith(`/${name}`))
  );
}
