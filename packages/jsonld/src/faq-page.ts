import { chapterParts, type Handbook, type JsonValue, previewMark, type StructuredData } from '@octavo/core';
import { type Iris, irisOf } from './iris.ts';
import type { EntryTexts } from './resources/entry-texts.ts';

/**
 * The schema.org blocks for the HTML pages, by page key: one FAQPage for each live entry
 * (`entry/<number>`) and each chapter part (its id). Questions and answers are the visible text,
 * unescaped; a withdrawn entry is no question.
 */
export function faqPages(handbook: Handbook, texts: ReadonlyMap<string, EntryTexts>): StructuredData {
  const iris = irisOf(handbook);
  const blocks = new Map<string, JsonValue>();
  for (const chapter of handbook.chapters) {
    for (const part of chapterParts(chapter)) {
      const questions = part.entries.flatMap(({ number }) => {
        const said = texts.get(number);
        return said ? [[number, question(number, said, iris)] as const] : [];
      });
      if (questions.length === 0) continue;
      blocks.set(
        part.id,
        faqPage(
          questions.map(([, node]) => node),
          handbook,
        ),
      );
      for (const [number, node] of questions) blocks.set(`entry/${number}`, faqPage([node], handbook));
    }
  }
  return blocks;
}

function faqPage(questions: readonly JsonValue[], handbook: Handbook): JsonValue {
  const mark = previewMark(handbook);
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: handbook.language,
    ...(mark === undefined ? {} : { creativeWorkStatus: mark }),
    mainEntity: questions,
  };
}

function question(number: string, { question, text }: EntryTexts, iris: Iris): JsonValue {
  return {
    '@type': 'Question',
    '@id': iris.entry(number),
    position: number,
    name: question,
    acceptedAnswer: { '@type': 'Answer', '@id': iris.answer(number), text },
  };
}
