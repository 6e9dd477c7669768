import {
  type AnswerNode,
  childrenOf,
  type Entry,
  type FootnoteDefinition,
  type Handbook,
  toText,
  walk,
} from '@octavo/core';

/** Letters and signs alone: what two spellings of one text have in common. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, '')
    .normalize('NFC');
}

/** A text the book must say, and how much of ours may stand before it, in characters. */
export interface Said {
  readonly text: string;
  readonly where: string;
  readonly room: number;
}

/** A label, a list's number, "(618, p. 12)". */
const SMALL = 60;
/** A notice that an entry is withdrawn names the one that replaces it. */
const LARGE = 700;

/** Text as read aloud: pictures and formulas by what stands for them. */
export function plain(nodes: readonly AnswerNode[]): string {
  return [...walk(nodes)]
    .map((node) => (node.type === 'image' ? node.alt : 'value' in node ? node.value : ''))
    .join('');
}

/** Everything a handbook says, in its order: prose pages, chapters, questions, answers, notes where they are cited. */
export function saidBy(handbook: Handbook): readonly Said[] {
  const titles = new Map(
    handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => [entry.number, toText(entry.question)] as const),
    ),
  );
  const page = (own: Handbook['front'][number]): Said[] => [
    { text: own.title, where: `page ${own.id}`, room: Number.POSITIVE_INFINITY },
    ...saidIn(own.body, own.footnotes, `page ${own.id}`),
  ];
  const introOf = ({ id, body, footnotes }: Handbook['front'][number]): Said[] => {
    const [first, ...rest] = saidIn(body, footnotes, `chapter ${id}`);
    // The range and the summary of the chapter stand before it.
    return first ? [{ ...first, room: LARGE }, ...rest] : [];
  };
  return [
    ...handbook.front.flatMap(page),
    ...handbook.chapters.flatMap((chapter) => [
      { text: chapter.title, where: `chapter ${chapter.id}`, room: Number.POSITIVE_INFINITY },
      ...(chapter.intro ? introOf(chapter.intro) : []),
      ...chapter.entries.flatMap((entry, index) => saidInEntry(entry, index === 0, titles)),
    ]),
    ...handbook.back.flatMap(page),
  ];
}

function saidInEntry(entry: Entry, isFirst: boolean, titles: ReadonlyMap<string, string>): Said[] {
  const where = `entry ${entry.number}`;
  const [first, ...rest] = saidIn(entry.answer, entry.footnotes, where);
  const noticed = entry.status !== 'active';
  return [
    // A chapter's summary stands before its first question.
    { text: `${entry.number} ${plain(entry.question)}`, where, room: isFirst ? LARGE : SMALL },
    ...(first ? [{ ...first, room: noticed ? LARGE : SMALL }] : []),
    ...rest,
    ...entry.related.flatMap((number) => [
      { text: number, where, room: noticed && !first ? LARGE : SMALL },
      { text: titles.get(number) ?? number, where, room: SMALL },
    ]),
  ];
}

function saidIn(nodes: readonly AnswerNode[], notes: readonly FootnoteDefinition[], where: string): Said[] {
  const read = new Set<number>();
  const inside = (node: AnswerNode): Said[] => {
    if (node.type === 'footnoteReference') {
      const note = read.has(node.index) ? undefined : notes.find((own) => own.index === node.index);
      read.add(node.index);
      return note ? note.children.flatMap(inside) : [];
    }
    if (node.type === 'figure')
      return [...leaf(node.image, where), { text: node.caption, where, room: SMALL }];
    return [...leaf(node, where), ...childrenOf(node).flatMap(inside)];
  };
  return nodes.flatMap(inside);
}

function leaf(node: AnswerNode, where: string): Said[] {
  const said = (text: string): Said[] => (bare(text) === '' ? [] : [{ text, where, room: SMALL }]);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'math':
    case 'inlineMath':
      return said(node.value);
    case 'image':
      return said(node.alt);
    default:
      return [];
  }
}
