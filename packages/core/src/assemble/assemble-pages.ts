import type { Page } from '../model/documents.generated.ts';
import type { Sources } from '../read/read.ts';
import { refuseIds } from './body/settle-parts.ts';
import { toBody } from './body/to-body.ts';
import type { ContextFor } from './body-context.ts';
import { filled } from './variables/fill.ts';

/** The prose pages of `front` or `back`, in the order of handbook.yaml; a rule reports the missing ones. */
export function assemblePages(
  sources: Sources,
  folder: 'front' | 'back',
  contextFor: ContextFor,
): readonly Page[] {
  return (sources.handbook?.data[folder] ?? []).flatMap((id): Page[] => {
    const source = sources.pages.get(`${folder}/${id}`);
    if (!source) return [];
    const context = contextFor(source);
    const { blocks, footnotes } = toBody(source.tree, { ...context, text: source.text });
    refuseIds(blocks, context, 'a page');
    const place = source.yaml.locate(['title']);
    return [
      {
        id,
        title: filled(source.data.title ?? id, context, { place }),
        body: blocks,
        footnotes,
        source: { path: source.file.path, ...place },
      },
    ];
  });
}
