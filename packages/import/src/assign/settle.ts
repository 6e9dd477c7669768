import type { Arranged, Arrangement } from '../model/arrangement.ts';
import type { FoundQuestion } from '../model/found.ts';
import { plainKey, textOf } from '../model/text-of.ts';

/**
 * What a text does twice: a contents in plain words (questions without answers that come again with them),
 * and headings with nothing under them.
 */
export function settle(arrangement: Arrangement): Arrangement {
  const answered = new Set<string>();
  for (const { questions } of arrangement.chapters)
    for (const { found } of questions) if (found.answer.length > 0) answered.add(askedKey(found));
  const dropped = [...arrangement.dropped];
  const titles = arrangement.chapters.map(({ title }) => plainKey(title ?? ''));
  const front = [...arrangement.front];
  const back = [...arrangement.back];
  const chapters = arrangement.chapters.flatMap((chapter, at): Arranged[] => {
    const questions = chapter.questions.filter(({ found }) => {
      const repeated = found.answer.length === 0 && answered.has(askedKey(found));
      if (repeated)
        dropped.push({
          kind: 'dropped',
          what: 'contents list',
          text: textOf(found.question),
          anchors: found.anchors,
          place: found.place,
        });
      return !repeated;
    });
    if (questions.length > 0) return [{ ...chapter, questions }];
    const heldContents = chapter.questions.length > 0;
    const below = arrangement.chapters.some(
      (other) =>
        other !== chapter &&
        chapter.title !== undefined &&
        other.above.at(chapter.above.length) === chapter.title,
    );
    if (chapter.title !== undefined && !below) {
      const again = heldContents || titles.indexOf(plainKey(chapter.title), at + 1) >= 0;
      const place = { path: chapter.path, line: chapter.intro[0]?.found.place.line ?? 1 };
      if (again && chapter.intro.length === 0)
        dropped.push({
          kind: 'dropped',
          what: 'contents list',
          text: chapter.title,
          anchors: chapter.anchors.map(({ id }) => id),
          place,
        });
      else if (chapter.intro.length === 0)
        dropped.push({
          kind: 'dropped',
          what: 'empty heading',
          text: chapter.title,
          anchors: chapter.anchors.map(({ id }) => id),
          place,
        });
    }
    const target = at === 0 && arrangement.front.length === front.length && at < titles.length ? front : back;
    for (const [index, placed] of chapter.intro.entries())
      target.push(
        index === 0 && chapter.title !== undefined
          ? { ...placed, found: { ...placed.found, title: chapter.title } }
          : placed,
      );
    return [];
  });
  return { ...arrangement, chapters: mergeSame(chapters), front, back, dropped };
}

/** A question to compare by; the marks that text browsers give links (`[2]`) are none of it. */
function askedKey({ question }: FoundQuestion): string {
  return plainKey(textOf(question).replace(/^\s*\[\d+\]\s*/, ''));
}

/** Chapters of one name and place are one. */
function mergeSame(chapters: readonly Arranged[]): readonly Arranged[] {
  const merged: Arranged[] = [];
  for (const chapter of chapters) {
    const same = merged.find(
      (other) =>
        other.title === chapter.title &&
        other.above.join('\n') === chapter.above.join('\n') &&
        other.path === chapter.path,
    );
    if (!same) merged.push(chapter);
    else {
      for (const question of chapter.questions) same.questions.push(question);
      same.intro.push(...chapter.intro);
    }
  }
  return merged;
}
