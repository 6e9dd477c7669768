import { type Corpus, type CorpusEntry, TABLE_HEAD } from './model.ts';
import { entryTitle } from './site.ts';

/** One AsciiDoc file, `book.adoc`, with contents and internal cross-references. */
export function asciidoctorForm(corpus: Corpus): ReadonlyMap<string, string> {
  const head = [`= ${corpus.title}`, ':doctype: book', ':lang: en', ':toc:', ':toclevels: 2'];
  const chapters = corpus.chapters.map((chapter, at) =>
    [
      `[#ch-${at + 1}]\n== Chapter ${at + 1}`,
      ...chapter.map((entry) => asciidoctorEntry(entry, corpus)),
    ].join('\n\n'),
  );
  return new Map([['book.adoc', `${head.join('\n')}\n\n${chapters.join('\n\n')}\n`]]);
}

function asciidoctorEntry(entry: CorpusEntry, corpus: Corpus): string {
  const row = (cells: readonly string[]): string => cells.map((cell) => `|${cell}`).join(' ');
  const blocks = [`[#${entry.id}]\n=== ${entryTitle(entry)}`, entry.answer];
  if (entry.code) blocks.push(['[source,js]', '----', ...entry.code, '----'].join('\n'));
  if (entry.table)
    blocks.push(['[%header,cols=3*]', '|===', ...[TABLE_HEAD, ...entry.table].map(row), '|==='].join('\n'));
  if (entry.list) blocks.push(entry.list.map((item) => `* ${item}`).join('\n'));
  const [first, second] = entry.links.map((number) => {
    const to = corpus.entry(number);
    return `<<${to.id},${entryTitle(to)}>>`;
  });
  blocks.push(`See also ${first} and ${second}.`);
  return blocks.join('\n\n');
}
