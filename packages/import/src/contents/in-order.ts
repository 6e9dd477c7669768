import { droppedPart, type FoundDocument, type FoundPart } from '../model/found.ts';
import { folderOf } from '../model/paths.ts';
import { plainKey } from '../model/text-of.ts';
import type { Contents } from './contents.ts';

const INDEX = /(?:^|\/)(?:_?index|readme)\.\w+$/i;

/**
 * Documents in the order of the contents, each with what these call it and what it stands in. Others come behind them
 * (an index before all): those of a folder that say their place in that order, before those that say none.
 */
export function inOrder(documents: readonly FoundDocument[], contents: Contents): readonly FoundDocument[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const listed = [...contents.pages].flatMap(([path, { title, above }]) => {
    const document = byPath.get(path);
    if (!document) return [];
    // A page that asks itself is a chapter, and holds no others.
    const groups = above.flatMap(({ title: called, page }) => {
      const group = page === undefined ? undefined : byPath.get(page);
      return group && asks(group) ? [] : [called === page ? (group?.title ?? called) : called];
    });
    return [{ ...document, parts: partsOf(document, title, contents), listed: { title, above: groups } }];
  });
  const rest = byPlace(
    documents.filter(({ path }) => !contents.pages.has(path)),
    contents,
  );
  const isFirst = ({ path }: FoundDocument) => listed.length === 0 || INDEX.test(path);
  return [...rest.filter(isFirst), ...listed, ...rest.filter((one) => !isFirst(one))];
}

/** What a listed page holds: one that asks nothing is called by its title, and a title in other words than the contents give is left out. */
function partsOf(
  { path, title, parts }: FoundDocument,
  listed: string | undefined,
  { said }: Contents,
): readonly FoundPart[] {
  const own = listed ?? title;
  const isTitleOfBook = said.title === undefined && /^(?:index|readme)\.\w+$/i.test(path);
  const isProse = parts.every(({ kind }) => kind === 'prose' || kind === 'dropped') && !isTitleOfBook;
  // The first page of a folder is the introduction of its chapter, and has no title of its own.
  const first = /\/(?:_?index|readme)\.\w+$/i.test(path)
    ? undefined
    : parts.find((part) => part.kind === 'prose');
  const named = parts.flatMap((part): FoundPart[] => {
    if (!isProse || part !== first || part.kind !== 'prose') return [part];
    return [{ ...part, title: part.title ?? own }];
  });
  const isOther = title !== undefined && own !== undefined && plainKey(title) !== plainKey(own);
  return isOther ? [...named, droppedPart('other title', title, { path, line: 1 })] : named;
}

function asks({ parts }: FoundDocument): boolean {
  return parts.some(({ kind }) => kind === 'question');
}

/** Documents by the places that they and their folders say they have; what says none keeps its order behind these. */
function byPlace(documents: readonly FoundDocument[], { folders }: Contents): readonly FoundDocument[] {
  const order = new Map<string, number>();
  for (const [path, { order: at }] of folders) if (at !== undefined) order.set(path, at);
  for (const { path, order: at } of documents)
    if (at !== undefined) order.set(/\/_index\.\w+$/.test(path) ? folderOf(path) : path, at);
  const first = new Map<string, number>();
  for (const [at, { path }] of documents.entries())
    for (const place of [...placesOf(path), `${folderOf(path)}/*`])
      if (!first.has(place)) first.set(place, at);
  const keys = new Map(
    documents.map((document) => {
      const { path } = document;
      const places = placesOf(path);
      const key = places.flatMap((place, at) => [
        order.get(place) ?? (INDEX.test(place) ? Number.MIN_SAFE_INTEGER : Number.MAX_VALUE),
        // Documents of one folder stay together.
        first.get(at === places.length - 1 ? `${folderOf(path)}/*` : place) ?? 0,
        first.get(place) ?? 0,
      ]);
      return [document, key];
    }),
  );
  return [...documents]
    .sort((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []))
    .map((document): FoundDocument => {
      const above = placesOf(document.path).flatMap((place) => folders.get(place)?.title ?? []);
      return above.length === 0 ? document : { ...document, listed: { above } };
    });
}

/** A path and the folders that it lies in, outermost first. */
function placesOf(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (one !== other) return one - other;
  }
  return a.length - b.length;
}
