import type { AnswerNode, Phrasing } from '../../model/answer.ts';
import { partsIn } from '../../model/answer-part.ts';
import { clauseKey, clausesIn } from '../../model/clause.ts';
import type { Entry, Handbook, Page, Term } from '../../model/documents.generated.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import { predecessors } from '../compare-editions.ts';
import { editionText } from '../edition-text.ts';
import { formOf } from './form.ts';
import { withoutLostPicture } from './lost-pictures.ts';
import { redlinePhrasing } from './phrasing.ts';
import { type NotedText, redlineText } from './redline-text.ts';

/** Running text, answer and notes of an entry. */
export type EntryNodes = Pick<Entry, 'question' | 'answer' | 'footnotes'>;

/**
 * Returns the newer of two editions with everything that was inserted and deleted since the earlier one in the
 * running text of its entries, prose pages, introductions and definitions. `readingOf` gives either edition back, word for word.
 * Both are given as their formats print them. An entry is found again as the list of changes finds it: by its
 * number, or where it was renumbered by its id. Titles of chapters and pages, and the facts under an answer, are this
 * edition's: the list of changes tells theirs.
 */
export function redlined(before: Handbook, after: Handbook): Handbook {
  const tidy = tidier(after);
  const numbers = predecessors(editionText(before), editionText(after));
  const old = new Map(entriesOf(before).map((entry) => [entry.number, entry]));
  const entry = (now: Entry): Entry => {
    const was = old.get(numbers.get(now.number)?.number ?? '');
    return was ? redlineEntry(tidy.old(was), tidy.now(now)) : insertedEntry(now);
  };
  const pages = new Map([...before.front, ...before.back].map((page) => [page.id, page]));
  const intros = new Map(before.chapters.map(({ id, intro }) => [id, intro]));
  const terms = new Map(before.glossary.map((term) => [term.id, term]));
  const { typography: _, ...settings } = after.settings;
  const { version, date } = before.edition;
  return {
    ...after,
    // The words are set already.
    settings,
    redline: { since: { version, date } },
    front: after.front.map((page) => redlinePage(pages.get(page.id), page, tidy)),
    back: after.back.map((page) => redlinePage(pages.get(page.id), page, tidy)),
    chapters: after.chapters.map(({ intro: own, ...chapter }) => {
      const intro = redlineIntro(intros.get(chapter.id), own, tidy);
      return { ...chapter, ...(intro ? { intro } : {}), entries: chapter.entries.map(entry) };
    }),
    glossary: after.glossary.map((term) => redlineTerm(terms.get(term.id), term, tidy)),
  };
}

function entriesOf({ chapters }: Handbook): readonly Entry[] {
  return chapters.flatMap(({ entries }) => entries);
}

function redlineEntry(was: EntryNodes, now: Entry): Entry {
  const question = redlinePhrasing(was.question, now.question);
  const text = redlineText(textOf(was), textOf(now));
  const isReworded = formsOf(was.question) !== formsOf(now.question);
  return {
    ...now,
    ...(isReworded ? { edits: { question } } : {}),
    answer: text.blocks,
    footnotes: text.footnotes,
  };
}

function insertedEntry(entry: Entry): Entry {
  const text = redlineText(NOTHING, textOf(entry));
  return {
    ...entry,
    edits: { kind: 'inserted', question: redlinePhrasing([], entry.question) },
    answer: text.blocks,
    footnotes: text.footnotes,
  };
}

const NOTHING: NotedText = { blocks: [], footnotes: [] };

function textOf({ answer, footnotes }: EntryNodes): NotedText {
  return { blocks: answer, footnotes };
}

function redlinePage(was: Page | undefined, now: Page, tidy: Tidier): Page {
  const before = was ? { blocks: tidy.oldNodes(was.body), footnotes: tidy.oldNodes(was.footnotes) } : NOTHING;
  const after = { blocks: tidy.nodes(now.body), footnotes: tidy.nodes(now.footnotes) };
  const { blocks, footnotes } = redlineText(before, after);
  return { ...now, body: blocks, footnotes };
}

/** What a chapter says before its entries; of one that has no introduction any more, what it said. */
function redlineIntro(was: Page | undefined, now: Page | undefined, tidy: Tidier): Page | undefined {
  const page = now ?? (was && { ...was, body: [], footnotes: [] });
  return page && redlinePage(was, page, tidy);
}

function redlineTerm(was: Term | undefined, now: Term, tidy: Tidier): Term {
  const definition = redlinePhrasing(was ? tidy.oldNodes(was.definition) : [], tidy.nodes(now.definition));
  return { ...now, definition };
}

function formsOf(nodes: readonly Phrasing[]): string {
  return nodes.map(formOf).join();
}

/** Makes the nodes of two editions comparable, and those of the earlier one fit to stand in the newer. */
type Tidier = ReturnType<typeof tidier>;

function tidier(after: Handbook) {
  const images = new Set(after.images.map(({ path }) => path));
  const present = new Set(entriesOf(after).map(({ number }) => number));
  const target = new Map(after.redirects.map(({ from, to }) => [from, to]));
  const places = new Set(entriesOf(after).flatMap(placesIn));
  const nodes = <Node extends AnswerNode>(some: readonly Node[]): readonly Node[] =>
    mapNodes(some, (node) => [evenSpaces(node)]);
  const oldNodes = <Node extends AnswerNode>(some: readonly Node[]): readonly Node[] =>
    mapNodes(some, (node) => fitting(evenSpaces(node)));
  const of = (change: typeof nodes) => (entry: Entry) => ({
    ...entry,
    question: change(entry.question),
    answer: change(entry.answer),
    footnotes: change(entry.footnotes),
  });
  return { nodes, oldNodes, old: of(oldNodes), now: of(nodes) };

  /** An earlier node has no anchors, and leads only to what is there. */
  function fitting(node: AnswerNode): readonly AnswerNode[] {
    const { id: _id, position: _position, ...own } = node as AnswerNode & { id?: string };
    switch (own.type) {
      case 'listItem': {
        const { clause: _clause, formerly: _formerly, movedTo: _to, ...item } = own;
        return [item];
      }
      case 'crossReference': {
        const number = present.has(own.number) ? own.number : target.get(own.number);
        if (number === undefined) return own.children;
        const { fragment, clause, ...link } = own;
        return fragment !== undefined && places.has(`${number} ${fragment}`)
          ? [{ ...own, number }]
          : [{ ...link, number }];
      }
      default:
        return withoutLostPicture(own as AnswerNode, images);
    }
  }
}

/** The parts and clauses of an entry that links lead to. */
function placesIn({ number, answer }: Entry): readonly string[] {
  const ids = partsIn(answer).flatMap(({ id }) => id ?? []);
  const clauses = clausesIn(answer).flatMap(({ clause, formerly = [] }) => [clause, ...formerly]);
  return [...ids, ...clauses.map(clauseKey)].map((place) => `${number} ${place}`);
}

/** How a source breaks its lines does not count. */
function evenSpaces(node: AnswerNode): AnswerNode {
  return node.type === 'text' ? { ...node, value: node.value.replace(/[ \t\r\n]+/g, ' ') } : node;
}
