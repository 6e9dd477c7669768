import { textOf } from '../model/text-of.ts';
import { isBesideChapters } from './chapter-depth.ts';
import type { Choice } from './choose.ts';
import type { Item } from './outline.ts';
import { isPlainSection } from './plain-sections.ts';

/** A first heading that stands beside chapters, with nothing under it but some prose: the title all the same. */
export function isTitleBeside(
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
