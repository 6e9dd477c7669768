import type { Arranged, Arrangement, PlacedProse } from '../model/arrangement.ts';
import { droppedPart, type FoundQuestion } from '../model/found.ts';
import { plainKey, textOf } from '../model/text-of.ts';

/**
 * Takes out what a text says twice: a contents in plain words (questions without answers that come again
 * with them), and headings with nothing under them.
 */
export function settle(arrangement: Arrangement): Arrangement {
  const answered = new Set<string>();
  for (const { questions } of arrangement.chapters)
    for (const { found } of questions) if (found.answer.length > 0) answered.add(askedKey(found));
  const dropped = [...arrangement.dropped];
  /** Where each title stands for the last time. */
  const lastOf = new Map(arrangement.chapters.map(({ title }, at) => [plainKey(title ?? ''), at]));
  const parents = new Set(
    arrangement.chapters.flatMap(({ above }) => above.map((title, depth) => `${depth} ${title}`)),
  );
  const front = [...arrangement.front];
  // The prose of headings without questions of their own begins the next chapter.
  let waiting: PlacedProse[] = [];
  const chapters = arrangement.chapters.flatMap((chapter, at): Arranged[] => {
    const { title, above, anchors, intro, path } = chapter;
    const questions = chapter.questions.filter(({ found }) => {
      if (found.answer.length > 0 || !answered.has(askedKey(found))) return true;
      dropped.push(droppedPart('contents list', textOf(found.question), found.place, found.anchors));
      return false;
    });
    if (questions.length > 0) {
      const begun = { ...chapter, questions, intro: [...waiting, ...intro] };
      waiting = [];
      return [begun];
    }
    const isParent = parents.has(`${above.length} ${title}`);
    if (title !== undefined && intro.length === 0 && !isParent) {
      const again = chapter.questions.length > 0 || (lastOf.get(plainKey(title)) ?? 0) > at;
      const ids = anchors.map(({ id }) => id);
      dropped.push(droppedPart(again ? 'contents list' : 'empty heading', title, { path, line: 1 }, ids));
    }
    for (const [index, placed] of intro.entries())
      (at === 0 && !isParent ? front : waiting).push(
        index === 0 && title !== undefined && !isParent
          ? { ...placed, found: { ...placed.found, title } }
          : placed,
      );
    return [];
  });
  const back = [...waiting, ...arrangement.back];
  return { ...arrangement, chapters: mergeSame(chapters), front, back, dropped };
}

/** A question to compare by; the marks that text browsers give links (`[2]`) are none of it. */
function askedKey({ question }: FoundQuestion): string {
  return plainKey(textOf(question).replace(/^\s*\[\d+\]\s*/, ''));
}

/** Chapters of one name and place are one. */
function mergeSame(chapters: readonly Arranged[]): readonly Arranged[] {
  const merged = new Map<string, Arranged>();
  for (const chapter of chapters) {
    const key = JSON.stringify([chapter.title ?? null, chapter.above, chapter.path]);
    const same = merged.get(key);
    if (!same) merged.set(key, chapter);
    else {
      for (const question of chapter.questions) same.questions.push(question);
      same.intro.push(...chapter.intro);
    }
  }
  return [...merged.values()];
}
