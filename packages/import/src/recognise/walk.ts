import type { FoundPart } from '../model/found.ts';
import { textOf } from '../model/text-of.ts';
import { accepts, isHeading } from './accepts.ts';
import type { Candidate } from './candidate.ts';
import { type Choice, choose } from './choose.ts';
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

/** The question that a block asks; a heading that asks, above questions of another kind, is their chapter. */
function questionAt(
  items: readonly Item[],
  at: number,
  choice: Choice,
  forced: boolean,
): Candidate | undefined {
  const { candidate, end = at } = items[at] ?? {};
  if (!candidate || !accepts(candidate, choice, forced)) return undefined;
  const isChapter =
    isHeading(candidate.cls) &&
    !isHeading(choice.primary) &&
    holdsQuestion(items, at + 1, end, choice, forced);
  return isChapter ? undefined : candidate;
}

function holdsQuestion(
  items: readonly Item[],
  from: number,
  to: number,
  choice: Choice,
  forced: boolean,
): boolean {
  return items
    .slice(from, to)
    .some(
      (item) =>
        (item.candidate && accepts(item.candidate, choice, forced)) ||
        (choice.primary === 'item' && item.items.length > 0),
    );
}

/** The first heading, when nothing else stands at its level or above. */
function isTitle(items: readonly Item[], at: number): boolean {
  const depth = items[at]?.depth;
  if (depth === undefined || at > 12 || items.length < 2) return false;
  if (items.slice(0, at).some((other) => other.depth !== undefined)) return false;
  return !items.some((other, index) => index !== at && other.depth !== undefined && other.depth <= depth);
}

/** A first heading that stands beside chapters, with nothing under it but some prose: the title all the same. */
function isTitleBeside(
  items: readonly Item[],
  at: number,
  choice: Choice | undefined,
  forced: boolean,
  direct: boolean,
): boolean {
  const { depth, block, end = at } = items[at] ?? {};
  if (depth === undefined || block === undefined || choice === undefined || at > 12) return false;
  if (items.some((other, index) => other.depth !== undefined && (index < at || other.depth < depth)))
    return false;
  const text = textOf(block);
  if (isPlainSection(text) || items.slice(at + 1, end).some((other) => other.depth !== undefined))
    return false;
  if (TITLED.test(text)) return true;
  const chapters = items.slice(end).filter((other) => other.depth === depth);
  return !choice.guessed && chapters.length > 0 && (direct || isBesideChapters(items, at, choice, forced));
}

/** Words that titles of such books have. */
const TITLED =
  /\b(?:faqs?|handbook|manual|guide|help|questions|hilfe|handbuch|fragen|leitfaden|manuel|guide|questions|preguntas|domande|perguntas|vragen|вопросы)\b|質問|问题|問題|أسئلة|שאלות/iu;

/** The level of the headings that hold questions right below them; 0 when none does. */
function depthOfChapters(items: readonly Item[], choice: Choice, forced: boolean): number {
  const depths = items.flatMap((item, at) =>
    item.depth !== undefined &&
    !questionAt(items, at, choice, forced) &&
    !isTitle(items, at) &&
    holdsQuestion(items, at + 1, item.end, choice, forced)
      ? [item.depth]
      : [],
  );
  return depths.length > 0 ? Math.max(...depths) : 0;
}

/** Whether another heading of its level holds questions. */
function isBesideChapters(items: readonly Item[], at: number, choice: Choice, forced: boolean): boolean {
  const depth = items[at]?.depth;
  return items.some(
    (other, index) =>
      index !== at && other.depth === depth && holdsQuestion(items, index + 1, other.end, choice, forced),
  );
}

/** Whether questions stand before and after a section. */
function isBetween(items: readonly Item[], at: number, choice: Choice, forced: boolean): boolean {
  const end = items[at]?.end ?? at;
  return (
    holdsQuestion(items, 0, at, choice, forced) && holdsQuestion(items, end, items.length, choice, forced)
  );
}

/** The headings of a section at the level of the document's questions, each with something under it. */
function entriesBelow(items: readonly Item[], at: number, depth: number): readonly number[] {
  const found: number[] = [];
  for (let index = at + 1; index < (items[at]?.end ?? at); index++) {
    const item = items[index];
    const filled = (item?.end ?? index) > index + 1;
    if (item?.depth === depth && item.candidate && filled) found.push(index);
  }
  return found;
}

/** A section that holds questions of another kind than the document's: lists, bold lines, folded blocks. */
function localChoice(items: readonly Item[], from: number, to: number): Choice | undefined {
  const blocks = items
    .slice(from, to)
    .map(({ block }) => block)
    .filter((block) => block.type !== 'heading');
  const found = choose(blocks);
  return found && !found.guessed && found.score >= (isStrong(found) ? 0.9 : 1.6) ? found : undefined;
}

/** Questions that are marked as such, not only written like some. */
function isStrong({ primary }: Choice): boolean {
  return primary === 'details' || primary === 'mark' || primary === 'asked';
}

/** Too little to make a chapter of what else would be a question. */
function isWeak(choice: Choice): boolean {
  return !isStrong(choice) && choice.score < 3;
}
