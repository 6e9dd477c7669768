import { markdownAnswer } from './markdown.ts';
import type { Corpus } from './model.ts';
import { chapterId, entryTitle, frontMatter, htmlPage } from './site.ts';

const CONFIG = (title: string): string => `title = "${title}"
languageCode = "en"
baseURL = "https://handbook.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
`;

const LIST = '{{ range .Pages.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>\n{{ end }}';

const LAYOUTS: readonly (readonly [string, string])[] = [
  ['single', htmlPage('{{ .Title }}', '{{ .Content }}')],
  ['list', htmlPage('{{ .Title }}', `<ul>\n${LIST}</ul>`)],
];

/** A site of Hugo's: one entry a file, a section a chapter; `relref` looks every link up. */
export function hugoForm(corpus: Corpus): ReadonlyMap<string, string> {
  const files = new Map([['hugo.toml', CONFIG(corpus.title)]]);
  for (const [name, text] of LAYOUTS) files.set(`layouts/_default/${name}.html`, text);
  for (const [at, chapter] of corpus.chapters.entries()) {
    const id = chapterId(at);
    files.set(`content/${id}/_index.md`, frontMatter({ title: `Chapter ${at + 1}`, weight: at + 1 }));
    for (const entry of chapter) {
      const answer = markdownAnswer(entry, corpus, (to) => `{{< relref "/${chapterId(to)}/${to.id}.md" >}}`);
      const front = frontMatter({ title: entryTitle(entry), weight: entry.number });
      files.set(`content/${id}/${entry.id}.md`, `${front}\n${answer}`);
    }
  }
  return files;
}
