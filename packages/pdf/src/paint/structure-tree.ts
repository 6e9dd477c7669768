import type { DisplayList } from '../display/display-list.ts';
import type { StructureNode } from '../display/structure-node.ts';
import { type PdfDocument, type PdfReference, pdfString } from './pdf-document.ts';

/** Where a piece of content is: a page and its number there. */
interface Marked {
  readonly page: PdfReference;
  readonly mcid: number;
}

/** One list's part of the tree, while its pages are painted. */
export interface ListStructure {
  /** A new mark on a page for a stretch of content; returns its number on the page. */
  readonly mark: (content: number, page: PdfReference) => number;
  readonly tag: (content: number) => string;
  readonly reference: (node: number) => PdfReference;
  /** Hangs a link's annotation below its element; returns the key for its StructParent. */
  readonly attach: (node: number, annotation: PdfReference, page: PdfReference) => number;
  /** Where a figure is drawn, in page coordinates. */
  readonly place: (content: number, box: readonly [number, number, number, number]) => void;
  /** Writes the elements; nothing of the list may be painted after. */
  readonly finish: () => void;
}

export interface StructureTree {
  readonly list: (list: DisplayList, prefix: string) => ListStructure;
  /** Takes a key in the parent tree for a page about to be painted. */
  readonly pageKey: (page: PdfReference) => number;
  readonly finish: () => void;
}

/** The structure tree of the whole document (ISO 32000-1, 14.7), written list by list. */
export function structureTree(document: PdfDocument): StructureTree {
  const root = document.ref({ Type: 'StructTreeRoot' });
  const top = document.ref({ Type: 'StructElem', S: 'Document', P: root });
  const topKids: PdfReference[] = [];
  const parents = new Map<number, PdfReference | PdfReference[]>();
  const pages = new Map<PdfReference, PdfReference[]>();
  const ids: [string, PdfReference][] = [];
  let nextKey = 0;

  function list(display: DisplayList, prefix: string): ListStructure {
    const nodes = display.structure;
    const references = nodes.map(() => document.ref());
    const owners = ownersOf(nodes);
    const marks = new Map<number, Marked[]>();
    const objects = new Map<number, { annotation: PdfReference; page: PdfReference }[]>();
    const boxes = new Map<number, readonly [number, number, number, number]>();
    const reference = (node: number): PdfReference => references[node] ?? top;
    const owner = (content: number): number => owners.get(content) ?? -1;
    return {
      mark(content, page) {
        const own = pages.get(page) ?? [];
        const mcid = own.push(reference(owner(content))) - 1;
        const known = marks.get(content);
        if (known) known.push({ page, mcid });
        else marks.set(content, [{ page, mcid }]);
        return mcid;
      },
      tag: (content) => nodes[owner(content)]?.type ?? 'P',
      reference,
      attach(node, annotation, page) {
        const known = objects.get(node);
        if (known) known.push({ annotation, page });
        else objects.set(node, [{ annotation, page }]);
        parents.set(nextKey, reference(node));
        return nextKey++;
      },
      place: (content, box) => boxes.set(owner(content), box),
      finish() {
        const live = liveNodes(nodes, marks, objects);
        for (const [index, node] of nodes.entries()) {
          const ref = reference(index);
          if (!live[index]) {
            // Nothing of it came on to a page: a stretch of content that set to nothing.
            ref.end();
            continue;
          }
          const kids = node.kids.filter((kid) => kid < 0 || live[kid]);
          Object.assign(ref.data, element(node, index, kids));
          if (node.id !== undefined) {
            ref.data.ID = pdfString(prefix + node.id);
            ids.push([prefix + node.id, ref]);
          }
          ref.end();
        }
        for (const [index, node] of nodes.entries())
          if (node.parent < 0 && live[index]) topKids.push(reference(index));
      },
    };

    function element(node: StructureNode, index: number, kids: readonly number[]): Record<string, unknown> {
      const page =
        kids.flatMap((kid) => (kid < 0 ? (marks.get(-1 - kid) ?? []) : []))[0]?.page ??
        objects.get(index)?.[0]?.page;
      const children: unknown[] = kids.flatMap((kid): unknown[] => {
        if (kid >= 0) return [reference(kid)];
        return (marks.get(-1 - kid) ?? []).map((mark) =>
          mark.page === page ? mark.mcid : { Type: 'MCR', Pg: mark.page, MCID: mark.mcid },
        );
      });
      children.push(
        ...(objects.get(index) ?? []).map((object) => ({
          Type: 'OBJR',
          Obj: object.annotation,
          Pg: object.page,
        })),
      );
      const attributes = attributesOf(node, boxes.get(index));
      return {
        Type: 'StructElem',
        S: node.type,
        P: node.parent < 0 ? top : reference(node.parent),
        ...(page ? { Pg: page } : {}),
        ...(children.length === 1 ? { K: children[0] } : children.length > 1 ? { K: children } : {}),
        ...(node.lang ? { Lang: pdfString(node.lang) } : {}),
        ...(node.alt !== undefined ? { Alt: pdfString(node.alt || ' ') } : {}),
        ...(node.expansion ? { E: pdfString(node.expansion) } : {}),
        ...(node.title ? { T: pdfString(node.title) } : {}),
        ...(attributes.length > 0 ? { A: attributes.length === 1 ? attributes[0] : attributes } : {}),
      };
    }
  }

  return {
    list,
    pageKey(page) {
      const own: PdfReference[] = [];
      pages.set(page, own);
      parents.set(nextKey, own);
      return nextKey++;
    },
    finish() {
      top.data.K = topKids;
      top.end();
      const numbers = [...parents].flatMap(([key, value]) => [
        key,
        Array.isArray(value) ? ended(document, value) : value,
      ]);
      Object.assign(root.data, {
        K: top,
        ParentTree: ended(document, { Nums: numbers }),
        ParentTreeNextKey: nextKey,
      });
      if (ids.length > 0)
        root.data.IDTree = ended(document, {
          Names: ids.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, ref]) => [pdfString(id), ref]),
        });
      // pdfkit ends both when the document does.
      document._root.data.StructTreeRoot = root;
      document._root.data.MarkInfo = document.ref({ Marked: true });
    },
  };
}

/** A finished object. */
export function ended(document: PdfDocument, data: unknown): PdfReference {
  const ref = document.ref(data);
  ref.end();
  return ref;
}

function ownersOf(nodes: readonly StructureNode[]): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const [index, node] of nodes.entries())
    for (const kid of node.kids) if (kid < 0) owners.set(-1 - kid, index);
  return owners;
}

const STAYS_EMPTY: ReadonlySet<string> = new Set(['TH', 'TD']);

/** Which elements hold anything. An empty cell counts: without it its row would be short. */
function liveNodes(
  nodes: readonly StructureNode[],
  marks: ReadonlyMap<number, readonly Marked[]>,
  objects: ReadonlyMap<number, unknown>,
): readonly boolean[] {
  const live = nodes.map(() => false);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    live[index] =
      STAYS_EMPTY.has(node.type) ||
      objects.has(index) ||
      node.kids.some((kid) => (kid < 0 ? marks.has(-1 - kid) : live[kid]));
  }
  return live;
}

function attributesOf(node: StructureNode, box: readonly number[] | undefined): Record<string, unknown>[] {
  const attributes: Record<string, unknown>[] = [];
  if (node.scope) attributes.push({ O: 'Table', Scope: node.scope });
  if (node.numbering) attributes.push({ O: 'List', ListNumbering: node.numbering });
  if (box || node.placement)
    attributes.push({
      O: 'Layout',
      ...(box ? { BBox: box } : {}),
      ...(node.placement ? { Placement: node.placement } : {}),
    });
  return attributes;
}
