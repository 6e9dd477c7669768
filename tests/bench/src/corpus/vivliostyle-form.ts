import type { Corpus } from './model.ts';
import { pandocForm } from './pandoc-form.ts';

/** Pages are numbered; in the contents they are not, as in what Chromium prints: that would take twice the time. */
const STYLE = '@page { size: A4; @bottom-center { content: counter(page); } }\n';

/** The Markdown of pandoc's form, which Vivliostyle reads too, to be set with contents. */
export function vivliostyleForm(corpus: Corpus): ReadonlyMap<string, string> {
  const config = {
    title: corpus.title,
    language: 'en',
    size: 'A4',
    theme: 'book.css',
    entry: 'book.md',
    toc: { title: 'Contents', sectionDepth: 2 },
  };
  return new Map([
    ...pandocForm(corpus),
    ['book.css', STYLE],
    ['vivliostyle.config.json', `${JSON.stringify(config, undefined, 2)}\n`],
  ]);
}
