import { type Corpus, type CorpusEntry, TABLE_HEAD } from './model.ts';

/** One Typst file, `book.typ`: contents, page numbers, links, and tags, which Typst writes by itself. */
export function typstForm(corpus: Corpus): ReadonlyMap<string, string> {
  const head = [
    `#set document(title: "${corpus.title}", author: "Bench")`,
    '#set text(lang: "en", size: 10pt)',
    '#set page(paper: "a4", numbering: "1")',
    '#outline(depth: 2)',
  ];
  const chapters = corpus.chapters.map((chapter, at) =>
    [`= Chapter ${at + 1} <ch-${at + 1}>`, ...chapter.map((entry) => typstEntry(entry, corpus))].join('\n\n'),
  );
  return new Map([['book.typ', `${head.join('\n')}\n\n${chapters.join('\n\n')}\n`]]);
}

function typstEntry(entry: CorpusEntry, corpus: Corpus): string {
  const row = (cells: readonly string[]): string => cells.map((cell) => `[${cell}]`).join(', ');
  const blocks = [`== ${entry.number}. ${entry.question} <${entry.id}>`, entry.answer];
  if (entry.code) blocks.push(['```js', ...entry.code, '```'].join('\n'));
  if (entry.table) {
    const rows = [TABLE_HEAD.map((cell) => `*${cell}*`), ...entry.table].map((cells) => `  ${row(cells)}`);
    blocks.push(`#table(columns: 3,\n${rows.join(',\n')})`);
  }
  if (entry.list) blocks.push(entry.list.map((item) => `- ${item}`).join('\n'));
  const [first, second] = entry.links.map((number) => {
    const to = corpus.entry(number);
    return `#link(<${to.id}>)[${to.number}. ${to.question}]`;
  });
  blocks.push(`See also ${first} and ${second}.`);
  return blocks.join('\n\n');
}
