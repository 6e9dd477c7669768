import type { FoundEntry } from '../compare/found-entry.ts';
import { type EntryParts, entryIn } from '../compare/markup-entry.ts';
import { allElements } from '../markup/element.ts';
import type { EpubReading } from './epub-reading.ts';

const PARTS: EntryParts = {
  heading: 'h1, h2, h3, h4, h5, h6',
  notice: '[role~=doc-qna] > .notice, [role~=doc-qna] > .stamp',
  own: '[role~=doc-qna] > .badges, [role~=doc-qna] > .fields',
  fact: '[role~=doc-qna] > .fact',
  related: '[role~=doc-qna] > .related',
};

/** Every entry of the book in the order of its spine: the sections with the role doc-qna. */
export function epubEntries({ epub, anchors, file }: EpubReading): readonly FoundEntry[] {
  return epub.spine.flatMap((path) => {
    const document = epub.documents.get(path);
    const context = { level: 2, target: (href: string) => anchors.target(path, href) };
    return (document ? allElements(document, '[role~=doc-qna]') : []).map((section) => {
      const { heading, ...found } = entryIn(section, PARTS, () => context);
      const { page } = anchors.anchors.get(`${path}#${heading?.attributes.id}`) ?? {};
      return {
        ...found,
        related: found.related?.map((link) => link.slice(1)),
        file: `${file}!/${path}`,
        at: `${file}!/${path}#${section.attributes.id ?? ''}`,
        ...(page === undefined ? {} : { page }),
      };
    });
  });
}
