import type { Rule } from './rule.ts';

/** No two topics have the same id. */
export const topicUnique: Rule = {
  id: 'topic-unique',
  check: ({ handbook, report }) => repeats(handbook.topics.map((topic) => topic.id), (id, at) => report({ path: 'topics.yaml', keys: ['topics', at, 'id'], reason: `the topic "${id}" is there twice`, actual: id, note: 'Remove one of the two.' })),
};

/** No two glossary terms have the same id. */
export const termUnique: Rule = {
  id: 'term-unique',
  check: ({ handbook, report }) => repeats(handbook.glossary.map((term) => term.id), (id, at) => report({ path: 'glossary.yaml', keys: ['terms', at, 'term'], reason: `the term "${id}" is there twice`, actual: id, note: 'Join the two, or give one an "id:".' })),
};

/** No two chapters have the same id. */
export const chapterUnique: Rule = {
  id: 'chapter-unique',
  check: ({ handbook, report }) => repeats(handbook.chapters.map((chapter) => chapter.id), (id, at) => report({ path: 'handbook.yaml', keys: ['chapters', at, 'id'], reason: `the chapter "${id}" is there twice`, actual: id, note: 'Remove one of the two.' })),
};

function repeats(ids: readonly string[], tell: (id: string, at: number) => void): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) tell(id, at);
  });
}
