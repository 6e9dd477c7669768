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
  const entryOf = (placed: Placed): Target => ({ kind: 'entry', number: numbers.get(placed) ?? '' });
  const all = named.flatMap(({ arranged }) => arranged.questions);
  for (const placed of all)
    made.add(placed.document.path, placed.found.anchors, placed.found.headings, entryOf(placed));
  for (const placed of all) {
    const own = entryOf(placed);
    if (own.kind === 'entry') made.addNumber(own.number, own);
    if (placed.found.number !== undefined) made.addNumber(placed.found.number, own);
  }
  for (const { arranged, title } of named) {
    const [first] = arranged.questions;
    const number = first ? numbers.get(first) : undefined;
    if (number === undefined) continue;
    const target: Target = { kind: 'chapter', number, title };
    for (const { id, path } of arranged.anchors) made.add(path, [id], [], target);
    if (arranged.heading !== undefined) made.add(arranged.path, [], [arranged.heading], target);
    for (const { found } of arranged.intro) made.add(found.place.path, found.anchors, found.headings, target);
  }
  const nothing: Target = { kind: 'nothing' };
  for (const { found } of [...arrangement.front, ...arrangement.back])
    made.add(
      found.place.path,
      found.anchors,
      found.title === undefined ? found.headings : [found.title, ...found.headings],
      { kind: 'page', title: found.title ?? 'Introduction' },
    );
  for (const { anchors, place } of arrangement.dropped) made.add(place.path, anchors, [], nothing);
  const perDocument = new Map<unknown, number>();
  for (const { document } of all) perDocument.set(document, (perDocument.get(document) ?? 0) + 1);
  for (const placed of all) {
    const own = entryOf(placed);
    const alone = perDocument.get(placed.document) === 1;
    if (own.kind === 'entry')
      made.addDocument(
        placed.document.path,
        alone
          ? own
          : { kind: 'chapter', number: own.number, title: placed.document.title ?? placed.document.path },
      );
  }
  return made;
}
