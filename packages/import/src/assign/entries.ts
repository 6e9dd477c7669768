import { numberKey } from '@octavo/core';
import { toBody } from '../body/to-body.ts';
import { toQuestion } from '../body/to-question.ts';
import type { Placed } from '../model/arrangement.ts';
import { excerpt, textOf } from '../model/text-of.ts';
import { aliasGiver } from './aliases.ts';
import type { BookEntry } from './book.ts';
import type { ContextOf } from './contexts.ts';
import type { NamedChapters } from './name-chapters.ts';
import type { Numbered } from './numbers.ts';
import { saysNothing } from './says-nothing.ts';
import { isId, slugOf } from './slugs.ts';

/** The entries of a book, each with its number, id and old names; one without an answer says so. */
export function bookEntries(
  named: NamedChapters,
  { numbers, old }: Numbered,
  book: {
    readonly give: (name: string) => string;
    readonly contextOf: ContextOf;
    /** What an entry says whose answer says nothing. */
    readonly noAnswer: string;
  },
): readonly BookEntry[] {
  const all = named.flatMap(({ arranged, id }) =>
    arranged.questions.map((placed) => {
      const number = numbers.get(placed) ?? '';
      const fallback = `entry-${numberKey(number).toLowerCase().replace(/[._]+/g, '-')}`;
      return { placed, number, chapter: id, id: book.give(idOf(placed) ?? fallback) };
    }),
  );
  const aliases = aliasGiver(
    numbers,
    [...all, ...named].map(({ id }) => id),
  );
  // A list of questions that nobody answered yet gives drafts.
  const draft = all.every(({ placed }) => placed.found.answer.length === 0);
  return all.map(({ placed, number, chapter, id }) => {
    const { found } = placed;
    const context = book.contextOf(placed);
    const { question, moved } = toQuestion(found.question, context, found.place.line);
    const body = toBody(found.answer, context, moved);
    const empty = saysNothing(body.blocks);
    if (found.draft)
      context.tell(
        'draft',
        'info',
        found.place.line,
        `entry ${number} is a draft in the source and stays a draft`,
        'Remove "status: draft" to publish it.',
      );
    if (empty)
      context.tell(
        'answer-missing',
        'warning',
        found.place.line,
        `${number} "${excerpt(textOf(question), 60)}" has no answer`,
        'The entry says so; write one.',
      );
    return {
      number,
      sourceNumber: found.number,
      id,
      question,
      answer: empty
        ? [{ type: 'paragraph', children: [{ type: 'text', value: book.noAnswer }] }]
        : body.blocks,
      footnotes: body.footnotes,
      aliases: aliases(placed, id, chapter, old.get(placed), named.length > 1),
      topics: found.topics ?? [],
      chapter,
      place: found.place,
      draft: draft || found.draft,
    };
  });
}

function idOf({ found }: Placed): string | undefined {
  return (
    found.anchors.find((anchor) => isId(anchor) && anchor.length <= 60 && /[a-z]{3}/.test(anchor)) ??
    slugOf(textOf(found.question))
  );
}
