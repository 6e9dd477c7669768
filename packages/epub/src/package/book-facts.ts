import { type AnswerNode, type Handbook, walk } from '@octavo/core';

/** What a book is made of, as far as accessibility metadata has to tell the truth about it. */
export interface BookFacts {
  /** Paths of the images in the text. */
  readonly images: ReadonlySet<string>;
  readonly allImagesDescribed: boolean;
  readonly math: boolean;
  readonly tables: boolean;
}

/** Reads every node of the book once. */
export function bookFacts(handbook: Handbook): BookFacts {
  const images = new Set<string>();
  let allImagesDescribed = true;
  let math = false;
  let tables = false;
  for (const nodes of textsOf(handbook)) {
    for (const node of walk(nodes)) {
      if (node.type === 'image') {
        images.add(node.url);
        allImagesDescribed &&= node.alt.trim() !== '';
      }
      math ||= node.type === 'math' || node.type === 'inlineMath';
      tables ||= node.type === 'table';
    }
  }
  return { images, allImagesDescribed, math, tables };
}

/** Every stretch of text of the handbook. */
export function* textsOf(handbook: Handbook): Generator<readonly AnswerNode[]> {
  for (const page of [...handbook.front, ...handbook.back]) {
    yield page.body;
    yield page.footnotes;
  }
  for (const chapter of handbook.chapters) {
    for (const entry of chapter.entries) {
      yield entry.question;
      yield entry.answer;
      yield entry.footnotes;
    }
  }
  for (const term of handbook.glossary) yield term.definition;
}
