import type { Finding } from '../model/finding.ts';
import type { FoundPart } from '../model/found.ts';
import type { ReadDocument } from '../readers/reader.ts';
import { CLASSES, type QuestionClass } from './candidate.ts';
import { type Choice, choose } from './choose.ts';
import { dropContents } from './drop-contents.ts';
import { anchorsToBlocks } from './lift-anchors.ts';
import { outline } from './outline.ts';
import { splitQuestionTables } from './tables.ts';
import { walkOutline } from './walk.ts';

export interface RecogniseOptions {
  /** How questions are written, where the evidence misleads: `h3`, `bold`, `item`, `number`, … */
  readonly questions?: QuestionClass;
}

export interface Recognised {
  readonly parts: readonly FoundPart[];
  /** The heading of the whole document. */
  readonly title?: string;
  readonly findings: readonly Finding[];
}

/** Names of the ways in which questions are written. */
export const QUESTION_STYLES: readonly QuestionClass[] = CLASSES;

/** Finds questions, chapters and prose among the blocks of a document. */
export function recognise(document: ReadDocument, path: string, { questions }: RecogniseOptions = {}): Recognised {
  if (document.content.kind === 'parts') return { parts: document.content.parts, findings: [] };
  const lifted = anchorsToBlocks(document.content.blocks);
  const { blocks, dropped, findings } = dropContents(splitQuestionTables(lifted.blocks), lifted.anchors, path);
  const choice: Choice | undefined = questions ? { primary: questions, score: 1, asking: 1, numbered: 0, guessed: false } : choose(blocks);
  const { parts, title } = walkOutline(outline(blocks, lifted.anchors), choice, questions !== undefined, path);
  const told: Finding[] = choice?.guessed
    ? [{ kind: 'kind-guessed', severity: 'warning', place: { path, line: 1 }, reason: `nothing in the document asks; what is written as "${choice.primary}" is taken for its questions`, note: 'Give --questions to say otherwise.' }]
    : [];
  return { parts: [...parts, ...dropped], ...(title ? { title } : {}), findings: [...findings, ...told] };
}
