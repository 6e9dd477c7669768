import type { FoundPart } from '../model/found.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { accepts } from './accepts.ts';
import type { Candidate } from './candidate.ts';
import type { Choice } from './choose.ts';
import { headingRole } from './heading-role.ts';
import { partsBuilder } from './parts.ts';
import type { Item, Sections } from './sections.ts';

interface Walked {
  readonly parts: readonly FoundPart[];
  readonly title: string | undefined;
}

/** Goes through the blocks of a document once and makes parts of them. `titled`: the document has a title already. */
export function walkSections(sections: Sections, path: string, forced: boolean, titled: boolean): Walked {
  const { items, choice } = sections;
  const build = partsBuilder(path);
  /** How a section writes its questions, by the index of each of its blocks, where that is not the document's way. */
  const local = new Map<number, Choice>();
  /** Headings that are entries because of where they stand. */
  const placed = new Set<number>();
  let title: string | undefined;
  /** The depth of the heading that the open question is; 0 when it is no heading. */
  let openDepth = 0;

  const question = (candidate: Candidate, { anchors, depth = 1 }: Item) => {
    openDepth = depth;
    build.question(candidate, anchors);
  };
  const heading = (item: Item, at: number) => {
    const { candidate, depth = 1, end, block } = item;
    const isInside = build.inQuestion() && openDepth > 0 && depth > openDepth;
    if (isInside && !(sections.questionAt(at) && depth <= sections.questionDepth)) return build.append(item);
    if (placed.has(at) && candidate) return question(candidate, item);
    const role = headingRole(sections, at, titled);
    openDepth = 0;
    switch (role.kind) {
      case 'question':
        return question(role.candidate, item);
      case 'prose':
        return build.prose(item);
      case 'title':
        title = oneLine(textOf(block));
        return build.title(item.anchors, textOf(block));
      case 'chapter':
        build.chapter(item);
        for (const index of role.entries ?? []) placed.add(index);
        if (role.inside) for (let index = at + 1; index < end; index++) local.set(index, role.inside);
        if (role.only) question({ ...role.only, line: item.line }, { ...item, anchors: [] });
    }
  };
  const block = (item: Item, at: number) => {
    const own = local.get(at);
    const current = own ?? choice;
    // Inside an answer under a heading, nothing else begins a question.
    if (openDepth > 0 && build.inQuestion() && !own) return build.append(item);
    if (current?.primary === 'item' && item.items.length > 0) {
      for (const [index, candidate] of item.items.entries())
        build.question(candidate, index === 0 ? item.anchors : []);
      return;
    }
    if (!current || !item.candidate || !accepts(item.candidate, current, forced)) return build.append(item);
    openDepth = 0;
    build.question(item.candidate, item.anchors);
  };
  for (const [at, item] of items.entries())
    if (item.depth === undefined) block(item, at);
    else heading(item, at);
  return { parts: build.finish(), title };
}
