import type { StructureNode } from '../display/structure-node.ts';
import { decimal } from './digits.ts';
import { type ObjectWriter, textString } from './object-writer.ts';
import { type Marked, parentTree } from './parent-tree.ts';

/** One list's part of the tree, while its pages are painted. */
export interface ListStructure {
  /** Names the stretches of content of the page begun last, in the order of their numbers there. */
  readonly mark: (contents: readonly number[]) => void;
  /** Hangs a link's annotation below its element; returns the key for its StructParent. */
  readonly attach: (node: number, annotation: number) => number;
  /** Where a figure is drawn, in page coordinates. */
  readonly place: (content: number, box: readonly number[]) => void;
  /** Writes the elements; nothing of the list may be painted after. */
  readonly finish: () => void;
}

export interface StructureTree {
  readonly list: (nodes: readonly StructureNode[], prefix: string) => ListStructure;
  /** Begins a page, whose object has this number; returns its key in the parent tree. */
  readonly beginPage: (page: number) => number;
  /** Returns the catalog's entries. */
  readonly finish: () => string;
}

/** The structure tree of the whole document (ISO 32000-1, 14.7), written list by list. */
export function structureTree(writer: ObjectWriter): StructureTree {
  const root = writer.allot();
  const top = writer.allot();
  const topKids: number[] = [];
  const parents = parentTree(writer);
  const ids: [string, number][] = [];

  function list(nodes: readonly StructureNode[], prefix: string): ListStructure {
    const first = nodes.length > 0 ? writer.allot() : 0;
    for (let count = 1; count < nodes.length; count++) writer.allot();
    const ownerOf = contentOwners(nodes);
    const marks: (Marked | Marked[] | undefined)[] = [];
    const objects = new Map<number, { annotation: number; page: number }[]>();
    const boxes = new Map<number, readonly number[]>();
    const reference = (node: number): number => (node < 0 ? top : first + node);
    const owner = (content: number): number => ownerOf[content] ?? -1;
    return {
      mark(contents) {
        for (const content of contents) addMark(marks, content, parents.mark(reference(owner(content))));
      },
      attach(node, annotation) {
        const { key, page } = parents.attach(reference(node));
        const known = objects.get(node);
        if (known) known.push({ annotation, page });
        else objects.set(node, [{ annotation, page }]);
        return key;
      },
      place: (content, box) => boxes.set(owner(content), box),
      finish() {
        const live = liveNodes(nodes, (content) => marks[content] !== undefined, objects);
        for (const [index, node] of nodes.entries()) {
          // Nothing of it came on to a page: a stretch of content that set to nothing.
          if (!live[index]) writer.object(reference(index), 'null');
          else writer.object(reference(index), element(node, index, live));
          if (node.parent < 0 && live[index]) topKids.push(reference(index));
        }
      },
    };

    function element(node: StructureNode, index: number, live: readonly boolean[]): string {
      const links = objects.get(index) ?? [];
      const { page: own, kids } = kidsOf(node, links, marks, (kid) =>
        live[kid] ? reference(kid) : undefined,
      );
      if (node.id !== undefined) ids.push([prefix + node.id, reference(index)]);
      return `<</S/${node.type}/P ${reference(node.parent)} 0 R${own === undefined ? '' : `/Pg ${own} 0 R`}${
        kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`
      }${facts(node, prefix)}${attributes(node, boxes.get(index))}>>`;
    }
  }

  return {
    list,
    beginPage: parents.beginPage,
    finish() {
      parents.endPage();
      writer.object(top, `<</S/Document/P ${root} 0 R/K[${topKids.map((id) => `${id} 0 R`).join(' ')}]>>`);
      writer.object(root, `<</Type/StructTreeRoot/K ${top} 0 R${parents.finish()}${idTree(ids)}>>`);
      return `/StructTreeRoot ${root} 0 R/MarkInfo<</Marked true>>`;
    },
  };
}

/** One mark is kept by itself: a long book has a million. */
function addMark(marks: (Marked | Marked[] | undefined)[], content: number, own: Marked): void {
  const known = marks[content];
  if (known === undefined) marks[content] = own;
  else if (Array.isArray(known)) known.push(own);
  else marks[content] = [known, own];
}

/** The root's entry of the elements that have names (ISO 32000-1, 14.7.2). */
function idTree(ids: readonly (readonly [string, number])[]): string {
  const names = ids
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ref]) => `${textString(id)} ${ref} 0 R`);
  return names.length > 0 ? `/IDTree<</Names[${names.join(' ')}]>>` : '';
}

/** An element's kids as they are written, and the page that those are on whose page is not said. */
function kidsOf(
  node: StructureNode,
  links: readonly { readonly annotation: number; readonly page: number }[],
  marks: readonly (Marked | Marked[] | undefined)[],
  reference: (kid: number) => number | undefined,
): { readonly page: number | undefined; readonly kids: readonly string[] } {
  const marksOf = (content: number): readonly Marked[] => [marks[content] ?? []].flat();
  const first = node.kids.flatMap((kid) => (kid < 0 ? (marksOf(-1 - kid)[0] ?? []) : []))[0];
  const page = first?.page ?? links[0]?.page;
  const kids: string[] = [];
  for (const kid of node.kids) {
    const id = kid < 0 ? undefined : reference(kid);
    if (id !== undefined) kids.push(`${id} 0 R`);
    for (const mark of kid < 0 ? marksOf(-1 - kid) : [])
      kids.push(mark.page === page ? `${mark.mcid}` : `<</Type/MCR/Pg ${mark.page} 0 R/MCID ${mark.mcid}>>`);
  }
  for (const link of links) kids.push(`<</Type/OBJR/Obj ${link.annotation} 0 R/Pg ${link.page} 0 R>>`);
  return { page, kids };
}

function facts(node: StructureNode, prefix: string): string {
  return [
    node.lang ? `/Lang${textString(node.lang)}` : '',
    node.alt !== undefined ? `/Alt${textString(node.alt || ' ')}` : '',
    node.expansion ? `/E${textString(node.expansion)}` : '',
    node.title ? `/T${textString(node.title)}` : '',
    node.id !== undefined ? `/ID${textString(prefix + node.id)}` : '',
  ].join('');
}

function attributes(node: StructureNode, box: readonly number[] | undefined): string {
  const owned: string[] = [];
  if (node.scope) owned.push(`<</O/Table/Scope/${node.scope}>>`);
  if (node.numbering) owned.push(`<</O/List/ListNumbering/${node.numbering}>>`);
  if (box || node.placement) {
    const place = box ? `/BBox[${box.map(decimal).join(' ')}]` : '';
    owned.push(`<</O/Layout${place}${node.placement ? `/Placement/${node.placement}` : ''}>>`);
  }
  return owned.length === 0 ? '' : owned.length === 1 ? `/A${owned[0]}` : `/A[${owned.join('')}]`;
}

/** The element of each stretch of content. */
export function contentOwners(nodes: readonly StructureNode[]): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = [];
  for (const [index, node] of nodes.entries())
    for (const kid of node.kids) if (kid < 0) owners[-1 - kid] = index;
  return owners;
}

const STAYS_EMPTY: ReadonlySet<string> = new Set(['TH', 'TD']);

/** Which elements hold anything. An empty cell counts: without it its row would be short. */
function liveNodes(
  nodes: readonly StructureNode[],
  isMarked: (content: number) => boolean,
  objects: ReadonlyMap<number, unknown>,
): readonly boolean[] {
  const live = nodes.map(() => false);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    live[index] =
      STAYS_EMPTY.has(node.type) ||
      objects.has(index) ||
      node.kids.some((kid) => (kid < 0 ? isMarked(-1 - kid) : live[kid]));
  }
  return live;
}
