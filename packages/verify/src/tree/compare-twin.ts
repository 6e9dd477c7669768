import { type AnswerNode, numberKey, walk } from '@octavo/core';
import { parseMarkdown } from '@octavo/core/read';
import type { Case } from '../compare/findings.ts';
import { allSaid, type Content, linksOf } from '../content/content.ts';
import { soundLetters } from '../content/sound-letters.ts';
import { answerContent } from '../expected/answer-content.ts';
import { ownPlace } from '../expected/book-place.ts';
import { type ExpectedPage, introTwin } from '../expected/expected-book.ts';
import { expectedHistory } from '../expected/expected-history.ts';
import { plainAnswer } from '../expected/plain-text.ts';
import type { DocumentFacts } from './documents.ts';
import { readText } from './tree-files.ts';
import { twinSigns, twinWords } from './twin-words.ts';

/** An entry's twin in Markdown says its number, question and answer, letter by letter, and links where the answer links. */
export async function compareTwin(
  { findings, files, book: { handbook, byNumber } }: DocumentFacts,
  number: string,
): Promise<void> {
  const file = `entry/${numberKey(number)}.md`;
  const expected = byNumber.get(number);
  const text = await readText(files, file);
  if (!expected || text === undefined) return;
  const own = findings.about({ entry: number, file });
  const { entry, question, notice } = expected;
  const { labels } = handbook;
  const { dated } = expectedHistory(entry, handbook);
  const unsaid = unsaidIn(entry.answer);
  const isInForce =
    entry.status === 'active' && handbook.edition.date.slice(0, 10) <= (entry.effective?.until ?? '9');
  const replacement = isInForce ? 'replacedThen' : 'replacedBy';
  const lineOf = (other: string): string => `${other} ${byNumber.get(other)?.question ?? ''}`;
  const all = parseMarkdown(text).children;
  const end = all.findLastIndex(({ type }) => type === 'thematicBreak');
  const [body, behind] = [all.slice(0, end), all.slice(end)];
  const wanted = [
    `${number} ${question}`,
    ...(handbook.stage === 'preview' ? [labels.preview] : []),
    ...(expected.own.badges === undefined ? [] : [expected.own.badges]),
    ...(notice?.words ?? []),
    ...(entry.replacedBy === undefined
      ? []
      : [labels[replacement].replace('{entry}', lineOf(entry.replacedBy))]),
    ...expected.own.facts,
    plainAnswer({ answer: entry.answer, footnotes: [] }),
    ...expected.facts,
    ...(entry.related.length > 0 ? [labels.related, ...entry.related.map(lineOf)] : []),
    ...(dated.length > 0 ? [labels.history, ...dated] : []),
  ];
  holdLetters(own, wanted, twinWords(body, unsaid));
  const answer = withoutDeleted(answerContent(entry.answer, entry.footnotes, labels));
  const items = allSaid(answer.filter((part) => typeof part !== 'string' && part.kind !== 'note')).filter(
    ({ kind }) => kind === 'item',
  );
  const signs = twinSigns(body);
  // A clause stands behind a bullet, or its label is a number of Markdown's.
  const signOf = (detail: string, at: number): string =>
    detail === `${signs[at]} ${detail.slice(detail.indexOf(' #') + 1)}` ? (signs[at] ?? '') : '•';
  const before = expected.own.items.map(() => '•');
  const labelled = items.map(({ detail }, at) =>
    detail.includes(' #') || !PLAIN_SIGN.test(detail) ? signOf(detail, before.length + at) : detail,
  );
  const marks = [...before, ...labelled, ...entry.related.map(() => '•'), ...dated.map(() => '•')];
  own.list('documents', marks, signs, 'the items of its lists');
  const notes = soundLetters(twinWords(behind, unsaid));
  for (const note of entry.footnotes) {
    const words = soundLetters(plainAnswer({ answer: [], footnotes: [note] }));
    const lacks = `its Markdown lacks note ${note.index}`;
    own.holds('documents', notes.includes(words), words.slice(0, 40), '', lacks);
  }
  holdLinks(own, linksOf(answer), text);
  const iri = `${handbook.iri}entry/${numberKey(number)}`;
  own.holds('documents', text.includes(iri), iri, '', 'its Markdown does not name its address');
}

/** The twin of a chapter with an introduction says its title, its summary and the introduction, and links where that links. */
export async function compareIntroTwin(
  { findings, files, book: { handbook } }: DocumentFacts,
  { name, page: { id, title, body, footnotes }, facets }: ExpectedPage,
): Promise<void> {
  const file = ownPlace(handbook, introTwin(handbook, id));
  const text = await readText(files, file);
  const own = findings.about({ part: name, file });
  if (!own.holds('file', text !== undefined, file, '', `there is no ${file}`) || text === undefined) return;
  const { stage, labels, chapters } = handbook;
  const wanted = [
    title,
    ...(stage === 'preview' ? [labels.preview] : []),
    chapters.find((chapter) => chapter.id === id)?.summary ?? '',
    plainAnswer({ answer: body, footnotes }),
  ];
  holdLetters(own, wanted, twinWords(parseMarkdown(text).children, unsaidIn([...body, ...footnotes])));
  const targets = facets.links.map((line) => line.split(' → ').at(-1) ?? '');
  holdLinks(own, targets, text);
}

/** What stands before an item that has no label. */
const PLAIN_SIGN = /^(?:•|\d+)(?: (?:done|open))?$/;

/** The titles of pictures that nothing shows: only those of pictures with a caption are printed. */
function unsaidIn(blocks: readonly AnswerNode[]): ReadonlySet<string> {
  const nodes = [...walk(blocks)];
  const figures = new Set(nodes.flatMap((node) => (node.type === 'figure' ? [node.image] : [])));
  return new Set(
    nodes.flatMap((node) => (node.type === 'image' && node.title && !figures.has(node) ? [node.title] : [])),
  );
}

function holdLetters(own: Case, lines: readonly string[], said: string): void {
  const wanted = lines.map(soundLetters).join('');
  const found = soundLetters(said);
  const at = [...wanted].findIndex((letter, index) => letter !== found[index]);
  const from = at < 0 ? wanted.length : at;
  const [should, is] = [wanted, found].map((one) => one.slice(Math.max(0, from - 16), from + 24));
  const reason = `its Markdown says “${is}” for “${should}” (letters alone)`;
  own.holds('documents', wanted === found, should ?? '', is ?? '', reason);
}

function holdLinks(own: Case, links: readonly string[], text: string): void {
  const addresses = [...text.matchAll(/\]\((?:[^()\s]*\/)?([^()\s/]+)/g)].map(([, address]) => address);
  for (const to of links.filter((one) => one.startsWith('#'))) {
    const [target = '', heading] = to.slice(1).split('/');
    const wanted = `${numberKey(target)}.md${heading === undefined ? '' : `#${heading}`}`;
    const there = addresses.some((address) => address?.startsWith(wanted));
    own.holds('documents', there, to, '', `its Markdown has no link to ${to.slice(1)}`);
  }
}

/** Content without what a redlined handbook has of the earlier edition, which a twin leaves out. */
function withoutDeleted(content: readonly Content[]): Content[] {
  return content.flatMap((part): Content[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'style' && part.detail === 'deleted') return [];
    const children = withoutDeleted(part.children);
    return part.kind === 'item' && children.length < part.children.length && children.length === 0
      ? []
      : [{ ...part, children }];
  });
}
