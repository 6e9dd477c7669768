import { numberKey } from '../numbers/number-key.ts';
import { isNumber } from '../numbers/order-numbers.ts';
import { otherSpellings } from '../numbers/spelling.ts';
import type { EntryFile, Sources } from '../read/read.ts';
import { numbered } from '../say/addresses.ts';
import type { ResolvedReference } from './body-context.ts';
import { decodeReference } from './decode-reference.ts';

/** What every spelling of a reference stands for. */
export interface References {
  /** By number (without its spaces or as its key, too), id or alias; by path (relative to `from`) when it ends in `.md`. */
  readonly resolve: (reference: string, from: string) => ResolvedReference | undefined;
  /** Every spelling that resolves, for "did you mean". */
  readonly known: ReadonlyMap<string, ResolvedReference>;
  /** References that files which could not be read would have answered. */
  readonly excused: ReadonlySet<string>;
}

/** The number, id and path of an entry, as far as its front matter tells. */
export function identityOf(source: EntryFile): { number: string; id: string } {
  const name = nameOf(source.file.path, source.data.number);
  const number = source.data.number ?? name.number ?? '';
  return { number, id: source.data.id ?? name.slug };
}

/**
 * `618-idempotency.md`: the number and the slug that a file's name holds. Where `own`, the number of its front
 * matter, is given, the name may begin with its key: `UG-3.1.6A-late-filings.md`.
 */
export function nameOf(path: string, own?: string): { number?: string; slug: string } {
  const base = (path.split('/').at(-1) ?? '').replace(/\.md$/, '');
  const key = own === undefined ? '' : numberKey(own);
  if (own !== undefined && key !== '' && base.startsWith(`${key}-`) && base.length > key.length + 1)
    return { number: own, slug: base.slice(key.length + 1) };
  // Named for another number: whatever that is, it is no part of the slug.
  const other = /^[a-z0-9-]+$/.test(base)
    ? null
    : /^(?:[A-Za-z]{1,6}-)?[A-Za-z]{0,3}\d[^-]*-(.+)$/.exec(base);
  const [, number, slug] = /^([^-]+)-(.+)$/.exec(base) ?? [];
  return number !== undefined && slug !== undefined && isNumber(number)
    ? { number, slug }
    : { slug: other?.[1] ?? base };
}

/** What a file that cannot be read may be called in a link: its path, its slug, the key of its number. */
function namesOf(path: string): readonly string[] {
  const base = (path.split('/').at(-1) ?? '').replace(/\.md$/, '');
  const steps = base.split('-');
  return [path, ...steps.flatMap((_, at) => [steps.slice(0, at).join('-'), steps.slice(at).join('-')])];
}

/** Indexes every spelling of every entry; `questionOf` gives a question's plain text. The first of two that clash wins; a rule reports the clash. */
export function indexReferences(sources: Sources, questionOf: (source: EntryFile) => string): References {
  const known = new Map<string, ResolvedReference>();
  const paths = new Map<string, ResolvedReference>();
  const set = (map: Map<string, ResolvedReference>, key: string, value: ResolvedReference) => {
    if (key !== '' && !map.has(key)) map.set(key, value);
  };
  const targets = sources.entries.map((source) => {
    const { number, id } = identityOf(source);
    return { source, id, target: { number, label: numbered(number, questionOf(source)) } };
  });
  for (const { source, target } of targets) {
    set(known, target.number, target);
    set(paths, source.file.path, target);
  }
  for (const { id, target } of targets) set(known, id, target);
  for (const { source, target } of targets) {
    for (const alias of source.data.aliases ?? []) set(known, alias, target);
  }
  const excused = new Set([...sources.unreadNames, ...sources.unread.flatMap(namesOf)]);
  const spelt = new Map<string, ResolvedReference>();
  for (const { source, target } of targets)
    for (const name of [target.number, ...(source.data.aliases ?? [])].flatMap(otherSpellings))
      set(spelt, name, target);
  return {
    known,
    excused,
    resolve: (reference, from) => {
      if (!reference.includes('.md')) return known.get(reference) ?? spelt.get(reference);
      const [file = '', anchor] = reference.split('#');
      if (anchor !== undefined && known.has(anchor)) return known.get(anchor);
      return paths.get(joinPath(from, file));
    },
  };
}

/** A path relative to the file `from`, from the handbook's folder; `..` beyond it stays. */
export function joinPath(from: string, relative: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of decodeReference(relative).split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
