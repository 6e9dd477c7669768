import type { OuterEntry } from '../model/answer.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * Nothing current refers to something withdrawn: no link, `related`, `replacedBy` or glossary term leads to a
 * withdrawn entry, here or in an inventory. A withdrawn entry itself may refer to one, and so may the entry
 * that replaces it.
 */
export const referenceCurrent: Rule = (book) => {
  const { entries, bodies, handbook, report } = book;
  for (const { path, all, entry, keys } of bodies) {
    if (entry?.status === 'withdrawn') continue;
    const told = new Set<string>();
    for (const node of all) {
      const target =
        node.type === 'link' || node.type === 'crossReference' ? targetOf(node, book) : undefined;
      if (!target || told.has(target.name) || target.line.has(entry?.number ?? '')) continue;
      told.add(target.name);
      report({ path, position: node.position, ...(keys ? { keys } : {}), ...said('the link', target) });
    }
  }
  for (const { number, status, related, replacedBy, source } of entries) {
    if (status !== 'withdrawn')
      related.forEach((other, at) => {
        const target = withdrawn(other, book);
        if (target && !target.line.has(number) && related.indexOf(other) === at)
          report({ path: source.path, keys: ['related', at], ...said('"related"', target) });
      });
    // Replacements that form a cycle have their own message.
    const successor = replacedBy === undefined ? undefined : withdrawn(replacedBy, book);
    if (successor && !successor.line.has(number))
      report({ path: source.path, keys: ['replacedBy'], ...said('"replacedBy"', successor) });
  }
  handbook.glossary.forEach((term, at) => {
    term.entries.forEach((number, position) => {
      const target = withdrawn(number, book);
      if (target)
        report({
          path: 'glossary.yaml',
          keys: ['terms', at, 'entries', position],
          ...said(`the term "${term.term}"`, target),
        });
    });
  });
};

interface Target {
  readonly name: string;
  /** What stands in its place, where it says so. */
  readonly successor?: string;
  /** The entries that replace one another from here on. */
  readonly line: ReadonlySet<string>;
}

function said(what: string, { name, successor }: Target) {
  return {
    reason: `${what} leads to ${name}, which is withdrawn`,
    actual: name,
    note: successor
      ? `${successor} has taken its place: name that.`
      : 'Name what holds today, or remove the reference.',
  };
}

function targetOf(
  node:
    | { readonly type: 'link'; readonly url: string; readonly entry?: OuterEntry }
    | {
        readonly type: 'crossReference';
        readonly number: string;
      },
  book: RuleContext,
): Target | undefined {
  if (node.type === 'crossReference') return withdrawn(node.number, book);
  if (!node.entry) return undefined;
  const iri = node.url.replace(/#.*$/, '');
  for (const { data } of book.sources.inventories.values()) {
    const found = data?.entries.find((entry) => entry.iri === iri);
    if (found)
      return found.status === 'withdrawn'
        ? { name: `${found.number} of "${data?.title}"`, line: new Set() }
        : undefined;
  }
  return undefined;
}

/** A withdrawn entry, and the last of those that replace one another in its place. */
function withdrawn(number: string, { index }: Pick<RuleContext, 'index'>): Target | undefined {
  const entry = index.entry.get(number);
  if (entry?.status !== 'withdrawn') return undefined;
  const seen = new Set([number]);
  let last = entry;
  for (;;) {
    const next = last.replacedBy === undefined ? undefined : index.entry.get(last.replacedBy);
    if (!next || seen.has(next.number)) break;
    seen.add(next.number);
    last = next;
  }
  return { name: number, line: seen, ...(last.status === 'withdrawn' ? {} : { successor: last.number }) };
}
