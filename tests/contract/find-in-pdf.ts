import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Finder, fileOf } from './findings.ts';

interface Place {
  readonly number: string;
  readonly page: number;
  readonly top: number;
}

/** Entries by their named destinations in page order, links by the entry that stands above the link. */
export const pdfFindings: Finder = async (files, handbook) => {
  const document = await getDocument({
    data: new Uint8Array(fileOf(files, `${handbook.id}.pdf`)),
    verbosity: 0,
  }).promise;
  const numbers = new Set(
    handbook.chapters.flatMap((chapter) => chapter.entries.map((entry) => entry.number)),
  );
  const places = await placesOf(document, numbers);
  const known = new Set(places.map((place) => place.number));
  const links = new Map<string, Set<string>>([...known].map((number) => [number, new Set<string>()]));
  for (let page = 0; page < document.numPages; page++) {
    const annotations = (await (await document.getPage(page + 1)).getAnnotations()) as {
      dest?: unknown;
      id: string;
      rect: number[];
    }[];
    const inNotes = annotationsIn('Note', await (await document.getPage(page + 1)).getStructTree());
    for (const { dest, id, rect } of annotations) {
      const target = typeof dest === 'string' ? /^q(.+)$/.exec(dest)?.[1] : undefined;
      if (target === undefined) continue;
      const above = places.findLast(
        (place) => place.page < page || (place.page === page && place.top >= (rect[1] ?? 0)),
      );
      // A note stands at the foot of the page, below other entries: any entry of the page may own it.
      const owners = inNotes.has(id) ? [above, ...places.filter((place) => place.page === page)] : [above];
      for (const owner of owners) if (owner) links.get(owner.number)?.add(target);
    }
  }
  return { numbers: places.map((place) => place.number), links };
};

async function placesOf(document: PDFDocumentProxy, numbers: ReadonlySet<string>): Promise<readonly Place[]> {
  const destinations = (await document.getDestinations()) as Record<
    string,
    [reference: { num: number; gen: number }, kind: unknown, left: number, top: number]
  >;
  const places = await Promise.all(
    Object.entries(destinations).flatMap(([name, [reference, , , top]]) => {
      const number = /^q(.+)$/.exec(name)?.[1];
      return number === undefined || !numbers.has(number)
        ? []
        : [document.getPageIndex(reference).then((page) => ({ number, page, top: top + 1 }))];
    }),
  );
  return places.sort((a, b) => a.page - b.page || b.top - a.top);
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** The annotations that the structure tree has inside elements of a role. */
function annotationsIn(role: string, node: StructNode | null, inside = false): Set<string> {
  const found = new Set<string>();
  if (inside && node?.type === 'object' && node.id !== undefined) found.add(node.id);
  for (const child of node?.children ?? []) {
    for (const id of annotationsIn(role, child, inside || child.role === role)) found.add(id);
  }
  return found;
}
