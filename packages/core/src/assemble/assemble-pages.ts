import type { Page } from '../model/documents.generated.ts';
import type { Sources } from '../read/read.ts';
import { refuseIds } from './body/settle-parts.ts';
import { toBody } from './body/to-body.ts';
import type { ContextFor } from './body-context.ts';
import { filled } from './variables/fill.ts';

/** A page that handbook.yaml names, and where its source is: the path of the file without `.md`. */
export interface NamedPage {
  readonly id: string;
  readonly path: string;
  /** The title, where handbook.yaml says it. */
  readonly title?: string;
}

/** The prose pages, or the introductions of chapters, in the order given; what has no file is left out. */
export function assemblePages(
  sources: Sources,
  named: readonly NamedPage[],
  contextFor: ContextFor,
): readonly Page[] {
  return named.flatMap(({ id, path, title }): Page[] => {
    const source = sources.pages.get(path);
    if (!source) return [];
    const context = contextFor(source);
    const { blocks, footnotes } = toBody(source.tree, { ...context, text: source.text });
    refuseIds(blocks, context, title === undefined ? 'a page' : 'the introduction of a chapter');
    const place = source.yaml.locate(['title']);
    return [
      {
        id,
        title: title ?? filled(source.data.title ?? id, context, { place }),
        body: blocks,
        footnotes,
        source: { path: source.file.path, ...place },
      },
    ];
  });
}
