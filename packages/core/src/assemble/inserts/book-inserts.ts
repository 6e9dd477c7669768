import type { VFile } from 'vfile';
import type { RuleId, Severity } from '../../message/catalogue.ts';
import { report } from '../../message/report.ts';
import { digest } from '../../model/digest.ts';
import { once } from '../../read/once.ts';
import type { EntryFile, Sources } from '../../read/read.ts';
import type { Inserts } from '../body-context.ts';
import { clauseSource } from '../clauses/clause-source.ts';
import type { Condition } from '../condition.ts';
import { inlineSource } from '../inline-source.ts';
import { identityOf } from '../references.ts';
import type { Found, Insert, QuotedEntry, Snippet } from './insert.ts';
import { MAX_DEPTH } from './open-insert.ts';
import { saysAnything } from './says-anything.ts';
import { tellInsert } from './tell-insert.ts';

/** What the texts of a book may put in. */
export interface BookInserts {
  /** For the file with the given path. */
  readonly of: (path: string) => Inserts;
  /** Which files each file put in, directly or by what it put in: by path; without those of which the edition leaves nothing, and with its variables, `{{product}}`. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Notes another thing that a file shows. */
  readonly note: (path: string, used: string) => void;
  /** Reports the snippets that nothing put in. */
  readonly tellUnused: () => void;
}

/** What the edition and the settings of the book say of what is put in. */
export interface InsertSettings {
  readonly hasClauses: (source: EntryFile) => boolean;
  /** What a file may show of an entry. */
  readonly shown: (source: EntryFile, from: string) => QuotedEntry['shown'];
  /** The conditions that the edition meets; undefined for the whole book. */
  readonly keeps: ((condition: Condition) => boolean) | undefined;
  /** The severity of a rule in this book. */
  readonly severity: (ruleId: RuleId) => Severity;
}

const WELL_FORMED = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * Finds snippets and entries by what the texts of a book call them. Of a snippet with several languages, that of the
 * book is taken: `refund.de-AT.md`, else `refund.de.md`, else `refund.md`. Reports files that are no snippet, and two
 * that are the same one (`snippet-known`).
 */
export function bookInserts(
  { snippets, entries, handbook }: Sources,
  { hasClauses, shown, keeps, severity }: InsertSettings,
): BookInserts {
  const languages = languagesOf(snippets);
  const wanted = (handbook?.data.language ?? 'und').toLowerCase();
  const uses = new Map<string, Set<string>>();
  const note = (path: string, used: string): void =>
    void uses.set(path, (uses.get(path) ?? new Set()).add(used));
  const used = new Set<string>();
  const found = new Map<string, Found<Snippet>>();
  const snippetOf = (id: string): Found<Snippet> | undefined => {
    const tags = languages.get(id) ?? [];
    const tag = tagFor(wanted, tags);
    const source = tag === undefined ? undefined : snippets.get(tag === '' ? id : `${id}.${tag}`);
    if (!source) return undefined;
    const known = found.get(id) ?? { insert: { id, ...insertOf(source) }, digest: digestOf(source) };
    found.set(id, known);
    return known;
  };
  // A snippet of which the edition leaves nothing is none that it shows: its name may tell.
  const said = new Map<string, boolean>();
  const says = (id: string, depth = 0): boolean => {
    const tree = snippetOf(id)?.insert.source.tree;
    if (!keeps || !tree || depth > MAX_DEPTH) return true;
    const known = said.get(id);
    if (known !== undefined) return known;
    // Within itself a snippet says nothing more.
    said.set(id, false);
    const result = saysAnything(tree, keeps, (inner) => says(inner, depth + 1));
    said.set(id, result);
    return result;
  };
  const byNumber = once(
    // Of two entries with one number, the first has it.
    () => new Map(entries.map((source) => [identityOf(source).number, source] as const).reverse()),
  );
  const digests = new Map<EntryFile, string>();
  const entryOf = (number: string, from: string): Found<QuotedEntry> | undefined => {
    const source = byNumber().get(number);
    if (!source) return undefined;
    const own = digests.get(source) ?? digestOf(source);
    digests.set(source, own);
    const moved = hasClauses(source) ? (source.data.moved ?? {}) : undefined;
    const seen = shown(source, from);
    return {
      insert: { ...insertOf(source), number, moved, shown: seen },
      digest: digest([own, seen, moved ?? null]),
    };
  };
  return {
    uses,
    note,
    of: (path) => ({
      snippets: languages,
      words: inlineSource,
      tell: (file, use, ruleId, finding, given) =>
        tellInsert(file, use, ruleId, finding, given ?? severity(ruleId)),
      snippet: (id) => {
        const one = snippetOf(id);
        used.add(id);
        // One without a text for the language of the book is used as well.
        if ((one || languages.has(id)) && says(id))
          note(path, one?.insert.source.file.path ?? `snippets/${id}.md`);
        return one;
      },
      entry: (number) => {
        const one = entryOf(number, path);
        if (one) note(path, one.insert.source.file.path);
        return one;
      },
    }),
    tellUnused: () => {
      for (const [name, { file }] of snippets) {
        const [id = ''] = name.split('.');
        if (languages.has(id) && !used.has(id)) tellUnused(file, id, severity('snippet-used'));
      }
    },
  };
}

/** The language of a snippet that serves a wanted one: the same, that without its region, or none. */
function tagFor(wanted: string, tags: readonly string[]): string | undefined {
  return [wanted, wanted.split('-')[0], ''].flatMap(
    (one) => tags.find((tag) => tag.toLowerCase() === one) ?? [],
  )[0];
}

function tellUnused(file: VFile, id: string, severity: Severity): void {
  const finding = {
    reason: `nothing uses the snippet "${id}"`,
    note: `Write "::snippet{id=${id}}" where its text belongs, or remove it.`,
  };
  report(file, 'snippet-used', finding, severity);
}

function languagesOf(snippets: Sources['snippets']): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  const seen = new Map<string, string>();
  for (const [name, { file }] of snippets) {
    const [id = '', tag = '', ...more] = name.split('.');
    const twin = seen.get(name.toLowerCase());
    const isTag = tag === '' || /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag);
    if (twin !== undefined)
      report(file, 'snippet-known', {
        reason: `the snippet "${id}" is there twice: in ${twin} as well`,
        note: 'Remove one of the two, or give it another name.',
      });
    else if (!WELL_FORMED.test(id) || !isTag || more.length > 0)
      report(file, 'snippet-known', {
        reason: `"${name}" is no id of a snippet`,
        expected: ['snippets/refund.md', 'snippets/how-to-pay.md', 'snippets/refund.de.md'],
        note: 'Small letters, digits and hyphens make an id; a language may stand behind it.',
      });
    else languages.set(id, [...(languages.get(id) ?? []), tag]);
    seen.set(name.toLowerCase(), file.path);
  }
  return languages;
}

function insertOf(source: Insert['source']): Insert {
  return { source, clauseTree: () => clauseSource(source) };
}

function digestOf({ file, hash }: Pick<EntryFile, 'file' | 'hash'>): string {
  return hash ?? digest([String(file)]);
}
