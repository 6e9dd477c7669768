import { groupBy } from '@octavo/core';
import { noteName } from '../body/resolve-link.ts';
import { foldersOf, withoutHash } from '../detect/notion.ts';
import type { Arrangement, Placed } from '../model/arrangement.ts';
import type { Target, Targets } from '../model/targets.ts';
import type { NamedChapters } from './name-chapters.ts';
import { targets } from './targets.ts';

/** Fills the targets of links from everything that was found; entries before chapters, chapters before what was left out. */
export function linkTargets(
  named: NamedChapters,
  arrangement: Arrangement,
  numbers: ReadonlyMap<Placed, string>,
): Targets {
  const made = targets();
  const isDraft = ({ found }: Placed) => found.draft === true;
  const entryOf = (placed: Placed): Target & { kind: 'entry' } => ({
    kind: 'entry',
    number: numbers.get(placed) ?? '',
  });
  const all = named.flatMap(({ arranged }) => arranged.questions);
  const entries = new Map(all.map((placed) => [placed, entryOf(placed)]));
  for (const [placed, own] of entries) {
    const { anchors, headings } = placed.found;
    // Nothing that is published may lead to a draft.
    made.add(placed.document.path, anchors, headings, isDraft(placed) ? { kind: 'draft' } : own);
  }
  for (const [{ found }, own] of entries) {
    made.addNumber(own.number, own);
    if (found.number !== undefined) made.addNumber(found.number, own);
  }
  for (const { arranged, title } of named) {
    const number = entries.get(arranged.questions[0] as Placed)?.number;
    if (number === undefined) continue;
    const target: Target = { kind: 'chapter', number, title };
    for (const { id, path } of arranged.anchors) made.add(path, [id], [], target);
    if (arranged.heading !== undefined) made.add(arranged.path, [], [arranged.heading], target);
    for (const { found, document } of arranged.intro) {
      made.add(found.place.path, found.anchors, found.headings, target);
      if (document.parts.every(({ kind }) => kind !== 'question')) made.addDocument(document.path, target);
    }
  }
  for (const { found } of [...arrangement.front, ...arrangement.back]) {
    const { title, anchors, headings, place } = found;
    const names = title === undefined ? headings : [title, ...headings];
    made.add(place.path, anchors, names, { kind: 'page', title: title ?? 'Introduction' });
  }
  for (const { anchors, place } of arrangement.dropped)
    made.add(place.path, anchors, [], { kind: 'nothing' });
  for (const [document, [first, second]] of groupBy(all, (placed) => placed.document)) {
    const own = first && entries.get(first);
    if (!own) continue;
    const title = document.title ?? document.path;
    const target: Target = second ? { kind: 'chapter', number: own.number, title } : own;
    made.addDocument(document.path, target);
    // A note is called by its name wherever it lies.
    made.addDocument(noteName(document.path), target);
  }
  // A folder is led to like the chapter that its documents are: Notion's pages link to a table that is called like it.
  for (const [placed, { number }] of entries)
    for (const folder of isDraft(placed) ? [] : foldersOf([placed.document.path]))
      made.addDocument(folder, { kind: 'chapter', number, title: withoutHash(folder).replace(/^.*\//, '') });
  return made;
}
