import type { FoundPart } from '../model/found.ts';
import { textOf } from '../model/text-of.ts';
import { isHeading } from './accepts.ts';
import type { Candidate } from './candidate.ts';
import {
  depthOfChapters,
  entriesBelow,
  isBesideChapters,
  isBetween,
  isTitle,
  isWeak,
  localChoice,
} from './chapter-depth.ts';
import type { Choice } from './choose.ts';
import { isTitleBeside } from './document-title.ts';
import { holdsQuestion, questionAt } from './holds-question.ts';
import type { Item } from './outline.ts';
import { partsBuilder } from './parts.ts';
import { isPlainSection } from './plain-sections.ts';

interface Walked {
  readonly parts: readonly FoundPart[];
  readonly title?: string;
}

/** Goes through the blocks of a document once and decides what each one is. One that is `titled` already has its title in no section below its text. */
export function walkOutline(
  items: readonly Item[],
  choice: Choice | undefined,
  forced: boolean,
  path: string,
  titled: boolean,
): Walked {
  const build = partsBuilder(path);
  const primaryDepth = choice && isHeading(choice.primary) ? Number(choice.primary[1]) : 0;
  /** How a section without questions of the document's kind writes its own. */
  const local = new Map<number, Choice>();
  let title: string | undefined;
  const chapterDepth = choice ? depthOfChapters(items, choice, forced) : 0;
  /** Of the heading that the open question is; 0 when it is no heading. */
  let questionDepth = 0;
  /** Headings that are entries because of where they stand. */
  const placed = new Set<number>();

  const headQuestion = (candidate: Candidate, { anchors, depth = 1 }: Item) => {
    questionDepth = depth;
    build.question(candidate, anchors);
  };

  const heading = (item: Item, at: number) => {
    const { candidate, depth = 1, end, block } = item;
    const text = textOf(block);
    const asking = choice && questionAt(items, at, choice, forced);
    const inner = build.inQuestion() && questionDepth > 0 && depth > questionDepth;
    if (inner && !(asking && depth <= primaryDepth)) return build.append(item);
    const below = choice !== undefined && holdsQuestion(items, at + 1, end, choice, forced);
    const direct = at + 1 < end && items[at + 1]?.depth === undefined;
    const isBookTitle =
      (isTitle(items, at) && !(titled && at > 0 && depth > 1)) ||
      (!below && !asking && isTitleBeside(items, at, choice, forced, direct));
    if (isBookTitle && !(asking && direct && !below)) {
      title = text.replace(/\s+/g, ' ').trim();
      questionDepth = 0;
      return build.title(item.anchors, text);
    }
    if (asking && (!below || depth >= primaryDepth || direct)) return headQuestion(asking, item);
    if (placed.has(at) && candidate) return headQuestion(candidate, item);
    questionDepth = 0;
    if (below) return build.chapter(item);
    const entries = isPlainSection(text) ? [] : entriesBelow(items, at, primaryDepth);
    if (entries.length > 0 && choice && isBesideChapters(items, at, choice, forced)) {
      for (const index of entries) placed.add(index);
      return build.chapter(item);
    }
    const atPrimary = choice !== undefined && depth === primaryDepth;
    const inside = localChoice(items, at + 1, end);
    if (inside && !(atPrimary && choice.asking >= 0.5 && candidate && isWeak(inside))) {
      for (let index = at + 1; index < end; index++) local.set(index, inside);
      return build.chapter(item);
    }
    const uniform =
      atPrimary && (choice.asking >= 0.5 || (choice.numbered >= 0.6 && candidate?.number !== undefined));
    if (uniform && candidate && direct && !isPlainSection(text)) return headQuestion(candidate, item);
    // Prose between chapters stays between them: a chapter of its own, with the one entry that it is.
    const between =
      direct &&
      candidate &&
      choice &&
      depth <= primaryDepth &&
      !isPlainSection(text) &&
      depth === chapterDepth;
    if (between && (choice.guessed || isBetween(items, at, choice, forced))) {
      build.chapter(item);
      return headQuestion({ ...candidate, line: item.line }, { ...item, anchors: [] });
    }
    return build.prose(item);
  };

  const visit = (item: Item, at: number) => {
    if (item.depth !== undefined) return heading(item, at);
    const own = local.get(at);
    const current = own ?? choice;
    // Inside an answer under a heading, nothing else begins a question.
    if (questionDepth > 0 && build.inQuestion() && !own) return build.append(item);
    if (current?.primary === 'item' && item.items.length > 0) {
      for (const [index, candidate] of item.items.entries())
        build.question(candidate, index === 0 ? item.anchors : []);
      return;
    }
    const asking = current && questionAt(items, at, current, forced);
    if (!asking) return build.append(item);
    questionDepth = 0;
    build.question(asking, item.anchors);
  };
  for (const [at, item] of items.entries()) visit(item, at);
  return { parts: build.finish(), ...(title ? { title } : {}) };
}
