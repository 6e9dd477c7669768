import { textOf } from '../model/text-of.ts';
import type { Candidate } from './candidate.ts';
import { type Choice, choose } from './choose.ts';
import { isPlainSection } from './plain-sections.ts';
import { type Item, isTitle, type Sections } from './sections.ts';

/** What a heading is. */
export type HeadingRole =
  | { readonly kind: 'title' | 'prose' }
  | { readonly kind: 'question'; readonly candidate: Candidate }
  | {
      readonly kind: 'chapter';
      /** The headings below it that are entries because of where they stand. */
      readonly entries?: readonly number[];
      /** How its questions are written, where that is not the document's way. */
      readonly inside?: Choice;
      /** The one entry that the section is itself. */
      readonly only?: Candidate;
    };

/** Decides what a heading is by what it says, what stands under it and what its siblings are. In a document that is `titled` already, no section below its text is the title. */
export function headingRole(sections: Sections, at: number, titled: boolean): HeadingRole {
  const { items, choice, questionDepth, chapterDepth } = sections;
  const { candidate, depth = 1, end, block } = items[at] as Item;
  const asking = sections.questionAt(at);
  const below = sections.holdsQuestion(at + 1, end);
  const direct = at + 1 < end && items[at + 1]?.depth === undefined;
  const isBookTitle =
    (isTitle(items, at) && !(titled && at > 0 && depth > 1)) ||
    (!below && !asking && isTitleBeside(sections, at, direct));
  if (isBookTitle && !(asking && direct && !below)) return { kind: 'title' };
  if (asking && (!below || depth >= questionDepth || direct)) return { kind: 'question', candidate: asking };
  if (below) return { kind: 'chapter' };
  const isPlain = isPlainSection(textOf(block));
  const entries = isPlain ? [] : entriesBelow(items, at, questionDepth);
  if (entries.length > 0 && choice && sections.isBesideChapters(at)) return { kind: 'chapter', entries };
  const atQuestions = choice !== undefined && depth === questionDepth;
  const inside = choice && localChoice(items, at + 1, end);
  if (inside && !(atQuestions && choice.asking >= 0.5 && candidate && isWeak(inside)))
    return { kind: 'chapter', inside };
  // In a handbook of sections an introduction within a chapter is one of them.
  const isWithin = choice?.guessed && chapterDepth > 0 && depth === questionDepth && depth > chapterDepth;
  if (candidate && direct && isWithin && sections.holdsQuestion(at, items.length))
    return { kind: 'question', candidate };
  if (!candidate || !direct || isPlain || choice === undefined) return { kind: 'prose' };
  const isUniform = choice.asking >= 0.5 || (choice.numbered >= 0.6 && candidate.number !== undefined);
  if (atQuestions && isUniform) return { kind: 'question', candidate };
  // Prose between chapters stays between them: it is a chapter of its own, with the one entry that it is.
  const isBetween =
    choice.guessed || (sections.holdsQuestion(0, at) && sections.holdsQuestion(end, items.length));
  if (depth <= questionDepth && depth === chapterDepth && isBetween)
    return { kind: 'chapter', only: candidate };
  return { kind: 'prose' };
}

/** Words that titles of such books have. */
const TITLED =
  /\b(?:faqs?|handbook|manual|guide|help|questions|hilfe|handbuch|fragen|leitfaden|manuel|guide|questions|preguntas|domande|perguntas|vragen|вопросы)\b|質問|问题|問題|أسئلة|שאלות/iu;

/** A first heading that stands beside chapters, with nothing under it but some prose, is the title all the same. */
function isTitleBeside({ items, choice, isBesideChapters }: Sections, at: number, direct: boolean): boolean {
  const { depth, block, end } = items[at] as Item;
  if (depth === undefined || choice === undefined || at > 12) return false;
  if (items.some((other, index) => other.depth !== undefined && (index < at || other.depth < depth)))
    return false;
  const text = textOf(block);
  if (isPlainSection(text) || items.slice(at + 1, end).some((other) => other.depth !== undefined))
    return false;
  if (TITLED.test(text)) return true;
  const hasSiblings = items.slice(end).some((other) => other.depth === depth);
  return !choice.guessed && hasSiblings && (direct || isBesideChapters(at));
}

/**
 * Finds the headings of a section that stand at the level of the document's questions, or where none does at the highest
 * one in it, and have something under them.
 */
function entriesBelow(items: readonly Item[], at: number, depth: number): readonly number[] {
  const depths = items.slice(at + 1, items[at]?.end).flatMap((item) => item.depth ?? []);
  const level = depth === 0 || depths.includes(depth) ? depth : Math.min(...depths);
  const found: number[] = [];
  for (let index = at + 1; index < (items[at]?.end ?? at); index++) {
    const item = items[index];
    if (item?.depth === level && item.candidate && item.end > index + 1) found.push(index);
  }
  return found;
}

/** Finds out how a section writes its questions, where it does so in another way than the document: as lists, bold lines, folded blocks. */
function localChoice(items: readonly Item[], from: number, to: number): Choice | undefined {
  const blocks = items.slice(from, to).map(({ block }) => block);
  const found = choose(blocks.filter((block) => block.type !== 'heading'));
  return found && !found.guessed && found.score >= (isStrong(found) ? 0.9 : 1.6) ? found : undefined;
}

/** Whether questions are marked as such, not only written like some. */
function isStrong({ primary }: Choice): boolean {
  return primary === 'details' || primary === 'mark' || primary === 'asked';
}

/** Whether there is too little to make a chapter of what else would be a question. */
function isWeak(choice: Choice): boolean {
  return !isStrong(choice) && choice.score < 3;
}
