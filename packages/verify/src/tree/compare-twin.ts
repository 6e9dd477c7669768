import { numberKey, walk } from '@octavo/core';
import { parseMarkdown } from '@octavo/core/read';
import { allSaid } from '../content/content.ts';
import { soundLetters } from '../content/sound-letters.ts';
import { answerContent } from '../expected/answer-content.ts';
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
  // Only pictures with a caption show their title.
  const nodes = [...walk(entry.answer)];
  const figures = new Set(nodes.flatMap((node) => (node.type === 'figure' ? [node.image] : [])));
  const unsaid = new Set(
    nodes.flatMap((node) => (node.type === 'image' && node.title && !figures.has(node) ? [node.title] : [])),
  );
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
  ]
    .map(soundLetters)
    .join('');
  const found = soundLetters(twinWords(body, unsaid));
  const at = [...wanted].findIndex((letter, index) => letter !== found[index]);
  const from = at < 0 ? wanted.length : at;
  const [should, is] = [wanted, found].map((one) => one.slice(Math.max(0, from - 16), from + 24));
  const reason = `its Markdown says “${is}” for “${should}” (letters alone)`;
  own.holds('documents', wanted === found, should ?? '', is ?? '', reason);
  const items = allSaid(answerContent(entry.answer, [], labels)).filter(({ kind }) => kind === 'item');
  const signs = twinSigns(body);
  // A clause stands behind a bullet, or its label is a number of Markdown's.
  const signOf = (detail: string, at: number): string =>
    detail === `${signs[at]} ${detail.slice(detail.indexOf(' #') + 1)}` ? (signs[at] ?? '') : '•';
  const before = expected.own.items.map(() => '•');
  const labelled = items.map(({ detail }, at) =>
    detail.includes(' #') ? signOf(detail, before.length + at) : detail,
  );
  const marks = [...before, ...labelled, ...entry.related.map(() => '•'), ...dated.map(() => '•')];
  own.list('documents', marks, signs, 'the items of its lists');
  const notes = soundLetters(twinWords(behind, unsaid));
  for (const note of entry.footnotes) {
    const words = soundLetters(plainAnswer({ answer: [], footnotes: [note] }));
    const lacks = `its Markdown lacks note ${note.index}`;
    own.holds('documents', notes.includes(words), words.slice(0, 40), '', lacks);
  }
  const links = [...expected.facets.links.map((line) => line.split(' → ').at(-1) ?? '')].filter((to) =>
    to.startsWith('#'),
  );
  for (const to of links) {
    const [target = '', heading] = to.slice(1).split('/');
    const there = text.includes(`](${numberKey(target)}.md${heading === undefined ? '' : `#${heading}`}`);
    own.holds('documents', there, to, '', `its Markdown has no link to ${to.slice(1)}`);
  }
  const iri = `${handbook.iri}entry/${numberKey(number)}`;
  own.holds('documents', text.includes(iri), iri, '', 'its Markdown does not name its address');
}
