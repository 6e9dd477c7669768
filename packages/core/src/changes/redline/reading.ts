import type { AnswerNode, EditKind, Phrasing } from '../../model/answer.ts';
import type { Entry, Handbook, Page } from '../../model/documents.generated.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import { toText } from '../../model/to-text.ts';
import { renumbered } from './redline-text.ts';

/**
 * Returns one of the two editions that a redlined handbook says: without what is `inserted` the earlier one, without
 * what is `deleted` this one. Only texts differ: number, chapter and facts of an entry are this edition's, and an
 * entry that only one edition has is left out of the other.
 */
export function readingOf(handbook: Handbook, without: EditKind): Handbook {
  const { redline: _, ...rest } = handbook;
  const page = (own: Page): Page => {
    const { blocks, footnotes } = notedReading({ blocks: own.body, footnotes: own.footnotes }, without);
    return { ...own, body: blocks, footnotes };
  };
  return {
    ...rest,
    front: handbook.front.map(page),
    back: handbook.back.map(page),
    glossary: handbook.glossary.map((term) => ({
      ...term,
      definition: nodesReading(term.definition, without),
    })),
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      ...(chapter.intro ? { intro: page(chapter.intro) } : {}),
      entries: chapter.entries.flatMap((entry) => entryReading(entry, without)),
    })),
  };
}

/** An entry as one edition has it; none, where it has not. */
export function entryReading({ edits, ...entry }: Entry, without: EditKind): readonly Entry[] {
  if (edits?.kind === without) return [];
  const { blocks, footnotes } = notedReading({ blocks: entry.answer, footnotes: entry.footnotes }, without);
  const question = edits?.question ? nodesReading(edits.question, without) : entry.question;
  return [{ ...entry, question, answer: blocks, footnotes }];
}

function notedReading(
  { blocks, footnotes }: Parameters<typeof renumbered>[0],
  without: EditKind,
): ReturnType<typeof renumbered> {
  return renumbered({
    blocks: nodesReading(blocks, without),
    footnotes: nodesReading(footnotes, without),
  });
}

/** Nodes as one edition has them. */
function nodesReading<Node extends AnswerNode>(nodes: readonly Node[], without: EditKind): readonly Node[] {
  return joined(mapNodes(nodes, (node) => read(node, without)));
}

function read(given: AnswerNode, without: EditKind): readonly AnswerNode[] {
  if (given.type === 'editText' || given.type === 'editFlow')
    return given.kind === without ? [] : given.children;
  if ('edited' in given && given.edited === without) return [];
  const node = withNumber(given, without);
  switch (node.type) {
    case 'code': {
      const { edits, ...code } = node;
      if (!edits) return [node];
      const kept = edits.filter(({ kind }) => kind !== without).map(({ text }) => text);
      return [{ ...code, value: kept.join('') }];
    }
    case 'figure': {
      const { edits, ...figure } = node;
      if (!edits) return [node];
      const caption = toText(nodesReading(edits, without));
      return [{ ...figure, caption, image: { ...figure.image, title: caption } }];
    }
    case 'table': {
      const { caption = [], ...table } = node;
      return [{ ...table, ...(caption.length > 0 ? { caption: joined(caption) } : {}) }];
    }
    case 'admonition': {
      const { title = [], ...box } = node;
      return [{ ...box, ...(title.length > 0 ? { title: joined(title) } : {}) }];
    }
    case 'details':
      return [{ ...node, summary: joined(node.summary) }];
    default:
      if (!('children' in node)) return [node];
      // A mark whose words are all of the other edition.
      return node.children.length === 0 && MARKS.has(node.type)
        ? []
        : [{ ...node, children: joined(node.children as readonly Phrasing[]) } as AnswerNode];
  }
}

const MARKS: ReadonlySet<AnswerNode['type']> = new Set<Phrasing['type']>([
  'emphasis',
  'strong',
  'delete',
  'link',
  'crossReference',
  'span',
  'subscript',
  'superscript',
  'keyboard',
  'abbreviation',
]);

/** Without what only a redlined node has: whether it was edited, and the number that it had. */
function withNumber(node: AnswerNode, without: EditKind): AnswerNode {
  const { edited: _, before, ...own } = node as AnswerNode & { edited?: EditKind; before?: string };
  if (before === undefined || without === 'deleted') return own as AnswerNode;
  return { ...own, [own.type === 'listItem' ? 'label' : 'numbered']: before } as AnswerNode;
}

/** Neighboring texts as one. */
function joined<Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] {
  const all: Node[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      all[all.length - 1] = { ...last, value: last.value + node.value };
    else all.push(node);
  }
  return all;
}
