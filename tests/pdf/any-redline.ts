import type { AnswerNode, Block, Entry, FootnoteDefinition, Handbook, Phrasing } from '@octavo/core';
import { footnoteReferences, walk } from '@octavo/core';

type Kind = 'inserted' | 'deleted';
type Chance = (share: number) => boolean;

/** Marks a handbook at random as what is inserted and deleted since an earlier edition; words of its own stand in it. */
export function redlined(handbook: Handbook, seed: number): Handbook {
  let state = seed >>> 0;
  let words = 0;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const chance: Chance = (share) => random() < share;
  const kind = (): Kind => (chance(0.5) ? 'inserted' : 'deleted');
  const own = (): Phrasing => ({ type: 'text', value: ` neu${++words} wording${words} ` });
  return {
    ...handbook,
    redline: { since: { version: '0.9', date: '2026-01-01' } },
    chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: chapter.entries.map(entry) })),
  };

  function entry({ related: _, ...rest }: Entry): Entry {
    // What Octavo says of an entry is of the new edition alone.
    const given: Entry = { ...rest, related: [] };
    if (given.status === 'active' && chance(0.15)) return { ...given, edits: { kind: 'inserted' } };
    const nodes = [...given.answer, ...given.footnotes];
    const isWhole = wholeCitations(nodes);
    const answer = blocks(given.answer, isWhole);
    const cited = citedBy(answer);
    const footnotes = given.footnotes.map((note): FootnoteDefinition => {
      const kinds = cited.get(note.index) ?? new Set();
      const [edited] = kinds;
      if (kinds.size === 1 && edited) return { ...note, edited };
      return { ...note, children: blocks(note.children, isWhole) };
    });
    const question = chance(0.4) ? phrasing(given.question, isWhole) : given.question;
    if (question === given.question) return { ...given, answer, footnotes };
    return { ...given, question: without(question, 'deleted'), answer, footnotes, edits: { question } };
  }

  function blocks(nodes: readonly Block[], isWhole: (nodes: readonly AnswerNode[]) => boolean): Block[] {
    return nodes.flatMap((node): Block[] => {
      const more: Block[] = chance(0.1)
        ? [{ type: 'editFlow', kind: kind(), children: [{ type: 'paragraph', children: [own()] }] }]
        : [];
      if (chance(0.15) && isWhole([node]))
        return [...more, { type: 'editFlow', kind: kind(), children: [node] }];
      return [...more, block(node, isWhole)];
    });
  }

  function block(node: Block, isWhole: (nodes: readonly AnswerNode[]) => boolean): Block {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return { ...node, children: phrasing(node.children, isWhole) };
      case 'blockquote':
        return { ...node, children: blocks(node.children, isWhole) };
      case 'details':
        return {
          ...node,
          summary: phrasing(node.summary, isWhole),
          children: blocks(node.children, isWhole),
        };
      case 'admonition':
        return { ...node, children: blocks(node.children, isWhole) };
      case 'list':
        return {
          ...node,
          children: node.children.map((item) =>
            chance(0.2) && isWhole([item])
              ? { ...item, edited: kind() }
              : { ...item, children: blocks(item.children, isWhole) },
          ),
        };
      case 'table':
        return {
          ...node,
          children: node.children.map((row, at) =>
            at > 0 && chance(0.2) && isWhole([row])
              ? { ...row, edited: kind() }
              : {
                  ...row,
                  children: row.children.map((cell) => ({
                    ...cell,
                    children: phrasing(cell.children, isWhole),
                  })),
                },
          ),
        };
      case 'code': {
        if (chance(0.5)) return node;
        const cut = Math.floor(random() * node.value.length);
        const edits = [
          { kind: 'same' as const, text: node.value.slice(0, cut) },
          { kind: 'deleted' as const, text: `\told${++words}${chance(0.5) ? '\n' : ''}` },
          { kind: 'inserted' as const, text: node.value.slice(cut, cut + 4) },
          { kind: 'same' as const, text: node.value.slice(cut + 4) },
        ];
        return { ...node, edits: edits.filter(({ text }) => text !== '') };
      }
      case 'figure': {
        if (chance(0.5)) return node;
        const edits: Phrasing[] = [
          { type: 'text', value: node.caption },
          { type: 'editText', kind: 'deleted', children: [own()] },
        ];
        return { ...node, edits };
      }
      default:
        return node;
    }
  }

  function phrasing(
    nodes: readonly Phrasing[],
    isWhole: (nodes: readonly AnswerNode[]) => boolean,
  ): Phrasing[] {
    return nodes.flatMap((node): Phrasing[] => {
      const more: Phrasing[] = chance(0.1) ? [{ type: 'editText', kind: kind(), children: [own()] }] : [];
      if (chance(0.15) && isWhole([node]))
        return [...more, { type: 'editText', kind: kind(), children: [node] }];
      if (node.type === 'text') {
        const at = node.value.indexOf(' ', Math.floor(random() * node.value.length));
        if (!chance(0.3) || at < 1) return [...more, node];
        const [before, behind] = [node.value.slice(0, at), node.value.slice(at)];
        return [
          ...more,
          { ...node, value: before },
          { type: 'editText', kind: kind(), children: [{ ...node, value: behind }] },
        ];
      }
      if (!('children' in node) || node.type === 'editText') return [...more, node];
      return [...more, { ...node, children: phrasing(node.children, isWhole) } as Phrasing];
    });
  }
}

/** Tells whether nodes hold every mark of the notes that they cite: a note of both editions is cited in both. */
function wholeCitations(all: readonly AnswerNode[]): (nodes: readonly AnswerNode[]) => boolean {
  const count = (nodes: readonly AnswerNode[], index: number): number =>
    footnoteReferences(nodes).filter((mark) => mark.index === index).length;
  return (nodes) => footnoteReferences(nodes).every(({ index }) => count(nodes, index) === count(all, index));
}

/** Returns how the marks of each note are edited; of one that is not, `undefined` is among them. */
function citedBy(nodes: readonly AnswerNode[]): ReadonlyMap<number, ReadonlySet<Kind | undefined>> {
  const found = new Map<number, Set<Kind | undefined>>();
  const add = (some: readonly AnswerNode[], kind: Kind | undefined): void => {
    for (const { index } of footnoteReferences(some))
      found.set(index, (found.get(index) ?? new Set<Kind | undefined>()).add(kind));
  };
  const inside = new Set<AnswerNode>();
  for (const node of walk(nodes)) {
    const kind =
      node.type === 'editText' || node.type === 'editFlow'
        ? node.kind
        : 'edited' in node
          ? (node.edited as Kind)
          : undefined;
    if (kind) {
      add([node], kind);
      for (const one of walk([node])) inside.add(one);
    } else if (node.type === 'footnoteReference' && !inside.has(node)) add([node], undefined);
  }
  return found;
}

/** A redlined handbook as one of its two editions: without what is `deleted`, or without what is `inserted`. */
export function reading(handbook: Handbook, dropped: Kind): Handbook {
  const entries = (own: readonly Entry[]): Entry[] =>
    own
      .filter(({ edits }) => edits?.kind !== dropped)
      .map(({ edits, ...rest }) => ({
        ...rest,
        question: without(edits?.question ?? rest.question, dropped),
        answer: without(rest.answer, dropped),
        footnotes: without(rest.footnotes, dropped),
      }));
  const { redline: _, ...rest } = handbook;
  return {
    ...rest,
    chapters: handbook.chapters.map((chapter) => ({ ...chapter, entries: entries(chapter.entries) })),
  };
}

function without<Node extends AnswerNode>(nodes: readonly Node[], dropped: Kind): Node[] {
  return nodes.flatMap((node: AnswerNode): AnswerNode[] => {
    if (node.type === 'editText' || node.type === 'editFlow')
      return node.kind === dropped ? [] : without<AnswerNode>(node.children, dropped);
    if ('edited' in node && node.edited === dropped) return [];
    if (node.type === 'code' && node.edits) {
      const { edits, ...code } = node;
      const kept = edits.filter(({ kind }) => kind !== dropped);
      return [{ ...code, value: kept.map(({ text }) => text).join('') }];
    }
    if (node.type === 'figure' && node.edits) {
      const { edits, ...figure } = node;
      return [{ ...figure, caption: plainText(without<AnswerNode>(edits, dropped)) }];
    }
    const parts = Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        Array.isArray(value) && key !== 'align' && key !== 'formerly'
          ? without(value as readonly AnswerNode[], dropped)
          : value,
      ]),
    );
    return [parts as unknown as AnswerNode];
  }) as Node[];
}

function plainText(nodes: readonly AnswerNode[]): string {
  return [...walk(nodes)].map((node) => ('value' in node ? node.value : '')).join('');
}
