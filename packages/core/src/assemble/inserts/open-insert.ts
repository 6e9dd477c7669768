import type { Root } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { definedIn } from '../body/defined-in.ts';
import type { BodyContext } from '../body-context.ts';
import type { Variables } from '../variables/variable-use.ts';
import type { Insert } from './insert.ts';

/** Texts may put in one another so deep. */
export const MAX_DEPTH = 8;

/** UTF-16 units that may be put into one text: as many as a file may hold. */
const MAX_LENGTH = 1_000_000;

/** What the shortest text counts, so that a million empty ones come to an end as well. */
const LEAST = 100;

/** What a text that is put in is read with. */
export interface OpenOptions {
  /** The rule of its messages. */
  readonly rule: 'snippet-known' | 'quote-sound';
  /** What it is called in messages: the id of a snippet, the number of an entry. */
  readonly name: string;
  /** What stands before the names of its notes. */
  readonly notes: string;
  readonly variables: Variables;
  /** Its own file has its messages. */
  readonly quiet?: boolean;
}

/** A text that is put in, and how it is read. */
export interface OpenInsert {
  readonly tree: Root;
  readonly context: BodyContext;
}

/**
 * The context in which a text is read where a directive puts it in: links and pictures are seen from its own file,
 * notes and definitions are its own, and messages name both places. Returns undefined, with a message of the given
 * rule, for one that holds itself, or that is too deep or too long.
 */
export function openInsert(
  node: LeafDirective | TextDirective,
  { source, clauseTree }: Insert,
  context: BodyContext,
  { rule, name, notes, variables, quiet = context.inserted?.quiet ?? false }: OpenOptions,
): OpenInsert | undefined {
  const { inserted } = context;
  const { file, text } = source;
  const { path } = file;
  const at = context.place ?? node.position?.start;
  const use = inserted?.use ?? { path: context.file.path, line: at?.line, column: at?.column };
  const chain = inserted?.chain ?? [{ path: context.file.path, name: context.file.path }];
  const outermost: BodyContext['report'] =
    inserted?.report ?? ((ruleId, finding) => context.report(ruleId, { ...finding, place: node.position }));
  // What is quoted has its messages elsewhere; what is too much of it is so only here.
  const quietly = inserted?.quiet ?? false;
  const tell = (reason: string, note: string): undefined => {
    if (quietly && context.put.told.has(reason)) return;
    context.put.told.add(reason);
    (quietly ? outermost : context.report)(rule, { reason, place: node.position, note });
  };
  const before = chain.findIndex((one) => one.path === path);
  if (before >= 0) {
    const circle = [...chain.slice(before), { name }];
    // A circle that this text is no part of is told where it begins.
    if (quietly && before > 0) return undefined;
    return tell(`${name} would hold itself: ${spelled(circle)}`, 'Write out one of them.');
  }
  if (chain.length > MAX_DEPTH)
    return tell(
      `texts are put into one another more than ${MAX_DEPTH} deep: ${spelled([...chain, { name }])}`,
      'Write out one of them.',
    );
  context.put.length += Math.max(LEAST, text.length);
  if (context.put.length > MAX_LENGTH) {
    const reason = 'what is put in here comes to more than a million characters';
    return context.put.told.has(reason) ? undefined : tell(reason, 'Put in less.');
  }
  const own: BodyContext['report'] = quiet
    ? () => {}
    : (ruleId, finding, severity) => context.inserts.tell(file, use, ruleId, finding, severity);
  const tree = context.clauses ? clauseTree() : source.tree;
  const { withEmptyNotes = (same: BodyContext) => same } = context;
  return {
    tree,
    context: withEmptyNotes({
      ...context,
      ...definedIn(tree),
      emptyNotes: new Set(),
      file,
      text,
      place: undefined,
      notes,
      variables,
      resolve: (reference, from = path) => context.resolve(reference, from),
      image: (url, place, seen) => context.image(url, place, seen ?? { path, tell: own }),
      report: own,
      inserted: {
        chain: [...chain, { path, name }],
        use,
        report: outermost,
        quiet,
        variables: inserted?.variables ?? context.variables,
      },
    }),
  };
}

function spelled(chain: readonly { readonly name: string }[]): string {
  return chain.map(({ name }) => name).join(' → ');
}
