import { markdownAnswer } from './markdown.ts';
import type { Corpus } from './model.ts';
import { chapterId, entryTitle, frontMatter, htmlPage } from './site.ts';

const list = (pages: string): string =>
  `<ul>\n{% assign pages = ${pages} | sort: "data.number" %}{% for page in pages %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>\n{% endfor %}</ul>`;

const LAYOUTS: readonly (readonly [string, string])[] = [
  ['entry', htmlPage('{{ title }}', '{{ content }}')],
  ['chapter', htmlPage('{{ title }}', list('collections[entries]'))],
  ['home', htmlPage('{{ title }}', list('collections.chapters'))],
];

/** A site of Eleventy's: one entry a file, and its own template language, Liquid. */
export function eleventyForm(corpus: Corpus): ReadonlyMap<string, string> {
  const files = new Map([['index.md', frontMatter({ title: corpus.title, layout: 'home.liquid' })]]);
  for (const [name, text] of LAYOUTS) files.set(`_includes/${name}.liquid`, text);
  for (const [at, chapter] of corpus.chapters.entries()) {
    const id = chapterId(at);
    const front = { title: `Chapter ${at + 1}`, number: at + 1, layout: 'chapter.liquid' };
    files.set(`${id}.md`, frontMatter({ ...front, entries: id, tags: 'chapters' }));
    files.set(`${id}/${id}.json`, `${JSON.stringify({ layout: 'entry.liquid', tags: id })}\n`);
    for (const entry of chapter) {
      const answer = markdownAnswer(entry, corpus, (to) => `/${chapterId(to)}/${to.id}/`);
      const own = frontMatter({ title: entryTitle(entry), number: entry.number });
      files.set(`${id}/${entry.id}.md`, `${own}\n${answer}`);
    }
  }
  return files;
}
