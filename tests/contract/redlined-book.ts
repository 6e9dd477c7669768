import { type AnswerNode, asPreview, type Entry, type Handbook, mapNodes } from '@octavo/core';
import { redlined } from '@octavo/core/ledger';
import { redlinedArabic } from './redlined-arabic.ts';

/**
 * A handbook marked against an edition that we make up from it: there, every answer lacked blocks, items and rows
 * and a note, had a paragraph more, and said words, code and captions otherwise.
 */
export function redlinedBook(handbook: Handbook): Handbook {
  const before = {
    ...handbook,
    edition: { version: '0.9', date: '2025-06-30' },
    chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.map(earlier) })),
    front: handbook.front.map((page) => ({ ...page, body: reworded(page.body) })),
    glossary: handbook.glossary.map((term) => ({ ...term, definition: reworded(term.definition) })),
  };
  return asPreview(redlined(before, handbook));
}

/** What makes redlined books of the kitchen sink: of itself, and one that is read from the right, with its picture. */
export const REDLINED: Readonly<Record<string, (sink: Handbook) => Handbook>> = {
  redlined: redlinedBook,
  'redlined-arabic': () => redlinedArabic().handbook,
};

function earlier(entry: Entry, at: number): Entry {
  const gone = entry.footnotes.at(-1)?.identifier;
  const kept = entry.answer.filter((_, place) => (place + at) % 4 !== 3);
  const more = { type: 'paragraph', children: [{ type: 'text', value: 'So it was said once.' }] } as const;
  const answer = mapNodes([...kept, more], (node) =>
    node.type === 'footnoteReference' && node.identifier === gone ? [] : [node],
  );
  return {
    ...entry,
    question: at % 3 === 0 ? reworded(entry.question) : entry.question,
    answer: reworded(answer),
    footnotes: reworded(entry.footnotes.slice(0, -1)),
  };
}

/** Nodes in which every seventh long word, the first line of code, and lists and tables differ. */
function reworded<Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] {
  let count = 0;
  return mapNodes(nodes, (node): readonly AnswerNode[] => {
    switch (node.type) {
      case 'text':
        return [
          {
            ...node,
            value: node.value.replace(/\p{L}{4,}/gu, (word) => (++count % 7 === 0 ? 'formerly' : word)),
          },
        ];
      case 'code':
        return [{ ...node, value: `once\n${node.value}` }];
      case 'figure':
        return [{ ...node, caption: `Once ${node.caption}` }];
      case 'list':
        return [{ ...node, children: node.children.filter((_, at) => at !== 1) }];
      case 'table':
        return [{ ...node, children: node.children.filter((_, at) => at !== 2) }];
      default:
        return [node];
    }
  });
}
