import { isMath, type Namespace } from '../display/roles.ts';
import type { StructureNode } from '../display/structure-node.ts';
import type { Standard } from '../standard.ts';
import { attributes, textEntries } from './element-entries.ts';
import type { Landings } from './landings.ts';
import type { ObjectWriter } from './object-writer.ts';
import type { Marked, ParentTree } from './parent-tree.ts';

/** The parts of a structure tree share these while they are written. */
export interface GrowingTree extends Pick<Standard, 'version'>, Pick<Landings, 'elementArray'> {
  readonly writer: ObjectWriter;
  readonly parents: ParentTree;
  /** This is the object of the element around all lists. */
  readonly top: number;
  /** These are the elements directly below it, and the names of elements. They grow as lists are finished. */
  readonly topKids: number[];
  readonly ids: [string, number][];
  /** Returns the entries that name an element. */
  readonly nameEntries: (type: StructureNode['type']) => string;
  readonly objectOf: (namespace: Namespace) => number;
}

/** This is the part of the tree for one list, while the list's pages are painted. */
export interface ListStructure {
  /** Tells which stretches of content the page begun last has, in the order of their numbers there. */
  readonly mark: (contents: readonly number[]) => void;
  /** Puts a link's annotation below its element, and returns the key for its StructParent. */
  readonly attach: (node: number, annotation: number) => number;
  /** Tells where a figure is drawn, in page coordinates. */
  readonly place: (content: number, box: readonly number[]) => void;
  /** Returns the object of an element, or of the nearest one around it that holds anything, after `finish`. */
  readonly element: (node: number) => number;
  /** Writes the elements. Nothing of the list may be painted afterward. */
  readonly finish: () => void;
}

/** Begins the part of the tree for a list with these elements. `prefix` makes their names unique in the document. */
export function listStructure(
  tree: GrowingTree,
  nodes: readonly StructureNode[],
  prefix: string,
): ListStructure {
  const first = nodes.length > 0 ? tree.writer.allot() : 0;
  for (let count = 1; count < nodes.length; count++) tree.writer.allot();
  const ownerOf = contentOwners(nodes);
  const marks: (Marked | Marked[] | undefined)[] = [];
  const objects = new Map<number, { annotation: number; page: number }[]>();
  const boxes = new Map<number, readonly number[]>();
  const reference = (node: number): number => (node < 0 ? tree.top : first + node);
  const ofNotes = notesOf(nodes);
  let live: readonly boolean[] = [];
  const owner = (content: number): number => ownerOf[content] ?? -1;
  return {
    mark(contents) {
      for (const content of contents) addMark(marks, content, tree.parents.mark(reference(owner(content))));
    },
    attach(node, annotation) {
      const { key, page } = tree.parents.attach(reference(node));
      const known = objects.get(node);
      if (known) known.push({ annotation, page });
      else objects.set(node, [{ annotation, page }]);
      return key;
    },
    place(content, box) {
      let own = owner(content);
      // The letters of a formula are parts of it, but what is drawn is the formula.
      while (isMath(nodes[own]?.type ?? 'P')) own = nodes[own]?.parent ?? -1;
      boxes.set(own, box);
    },
    element(node) {
      let own = node;
      while (own >= 0 && !live[own]) own = nodes[own]?.parent ?? -1;
      return reference(own);
    },
    finish() {
      live = liveNodes(nodes, (content) => marks[content] !== undefined, objects);
      for (const [index, node] of nodes.entries()) {
        // Content that was set to nothing is on no page.
        if (!live[index]) tree.writer.object(reference(index), 'null');
        else tree.writer.object(reference(index), element(node, index));
        if (node.parent < 0 && live[index]) tree.topKids.push(reference(index));
      }
    },
  };

  function element(node: StructureNode, index: number): string {
    const links = objects.get(index) ?? [];
    const { page: own, kids } = kidsOf(node, links, marks, (kid) => (live[kid] ? reference(kid) : undefined));
    if (node.id !== undefined) tree.ids.push([prefix + node.id, reference(index)]);
    return `<<${tree.nameEntries(node.type)}/P ${reference(node.parent)} 0 R${own === undefined ? '' : `/Pg ${own} 0 R`}${
      kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`
    }${textEntries(node, prefix)}${attributes(node, boxes.get(index), tree.version, tree.objectOf)}${tree.version === '2.0' ? refers(node) : ''}>>`;
  }

  /**
   * Returns the entry for the elements that an element leads to (ISO 32000-2, 14.7.2): from a note to its marks, from a
   * mark to its note, and from a line of the contents to its place.
   */
  function refers(node: StructureNode): string {
    if (node.leads !== undefined) return `/Ref ${tree.elementArray(node.leads)} 0 R`;
    const others = (ofNotes.get(node.cites ?? '')?.notes ?? ofNotes.get(node.id ?? '')?.marks ?? []).filter(
      (other) => live[other],
    );
    return others.length > 0 ? `/Ref[${others.map((other) => `${reference(other)} 0 R`).join(' ')}]` : '';
  }
}

/** Returns the elements of each note by its id, and those of the marks that cite it. */
function notesOf(
  nodes: readonly StructureNode[],
): ReadonlyMap<string, { readonly notes: readonly number[]; readonly marks: readonly number[] }> {
  const found = new Map<string, { notes: number[]; marks: number[] }>();
  for (const [index, { type, id, cites }] of nodes.entries()) {
    const name = type === 'Note' ? id : cites;
    if (name === undefined) continue;
    const own = found.get(name) ?? { notes: [], marks: [] };
    found.set(name, own);
    (type === 'Note' ? own.notes : own.marks).push(index);
  }
  return found;
}

/** Adds a mark of content. A single one is kept without an array, since a long book has a million of them. */
function addMark(marks: (Marked | Marked[] | undefined)[], content: number, own: Marked): void {
  const known = marks[content];
  if (known === undefined) marks[content] = own;
  else if (Array.isArray(known)) known.push(own);
  else marks[content] = [known, own];
}

/** Returns an element's kids as they are written, and the page of those that do not say on which page they are. */
function kidsOf(
  node: StructureNode,
  links: readonly { readonly annotation: number; readonly page: number }[],
  marks: readonly (Marked | Marked[] | undefined)[],
  reference: (kid: number) => number | undefined,
): { readonly page: number | undefined; readonly kids: readonly string[] } {
  const marksOf = (content: number): readonly Marked[] => {
    const own = marks[content] ?? NO_MARKS;
    return Array.isArray(own) ? own : [own];
  };
  const first = node.kids.find((kid) => kid < 0 && marks[-1 - kid] !== undefined);
  const page = (first === undefined ? undefined : marksOf(-1 - first)[0]?.page) ?? links[0]?.page;
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

const NO_MARKS: Marked[] = [];

/** Returns the element that each stretch of content belongs to. */
export function contentOwners(nodes: readonly StructureNode[]): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = [];
  for (const [index, node] of nodes.entries())
    for (const kid of node.kids) if (kid < 0) owners[-1 - kid] = index;
  return owners;
}

const STAYS_EMPTY: ReadonlySet<string> = new Set(['TH', 'TD']);

/**
 * Tells which elements hold anything. Empty cells count, which complete their rows, and parts of formulas without ink.
 */
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
      isMath(node.type) ||
      objects.has(index) ||
      node.kids.some((kid) => (kid < 0 ? isMarked(-1 - kid) : live[kid]));
  }
  return live;
}
