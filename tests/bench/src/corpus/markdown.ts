import { type Corpus, type CorpusEntry, TABLE_HEAD } from './model.ts';

/** An entry's answer as Markdown with pipe tables; `href` addresses another entry. */
export function markdownAnswer(
  entry: CorpusEntry,
  corpus: Corpus,
  href: (to: CorpusEntry) => string,
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const blocks = [entry.answer];
  if (entry.code) blocks.push(['```js', ...entry.code, '```'].join('\n'));
  if (entry.table)
    blocks.push([row(TABLE_HEAD), row(TABLE_HEAD.map(() => '---')), ...entry.table.map(row)].join('\n'));
  if (entry.list) blocks.push(entry.list.map((item) => `- ${item}`).join('\n'));
  const [first, second] = entry.links.map((number) => {
    const to = corpus.entry(number);
    return `[${to.number}. ${to.question}](${href(to)})`;
  });
  blocks.push(`See also ${first} and ${second}.`);
  return `${blocks.join('\n\n')}\n`;
}
