import { NAMESPACES, type Namespace, roleOf } from '../display/roles.ts';
import type { StructureNode } from '../display/structure-node.ts';
import type { Standard } from '../standard.ts';
import type { Landings } from './landings.ts';
import { type GrowingTree, type ListStructure, listStructure } from './list-structure.ts';
import { type ObjectWriter, textString } from './object-writer.ts';
import { parentTree } from './parent-tree.ts';

export interface StructureTree {
  readonly list: (nodes: readonly StructureNode[], prefix: string) => ListStructure;
  /** Begins a page, whose object has this number, and returns its key in the parent tree. */
  readonly beginPage: (page: number) => number;
  /** Writes the rest, and returns the entries for the catalog. */
  readonly finish: () => string;
}

/** Begins the structure tree of a document (ISO 32000-2, 14.7). Its elements have the names of a version of PDF. */
export function structureTree(
  writer: ObjectWriter,
  { version }: Pick<Standard, 'version'>,
  landings: Pick<Landings, 'elementArray'>,
): StructureTree {
  const root = writer.allot();
  const namespaces = new Map<Namespace, number>();
  const formerNames = new Map<string, string>();
  const tree: GrowingTree = {
    writer,
    version,
    elementArray: landings.elementArray,
    top: writer.allot(),
    parents: parentTree(writer),
    topKids: [],
    ids: [],
    nameEntries,
    objectOf,
  };
  const { parents, top, topKids, ids } = tree;

  /** Returns the entries that name an element. */
  function nameEntries(type: StructureNode['type']): string {
    const { name, namespace, formerly } = roleOf(type, version);
    if (formerly) formerNames.set(name, formerly);
    return `/S/${name}${namespace ? `/NS ${objectOf(namespace)} 0 R` : ''}`;
  }

  /** Returns the root's entries for namespaces, and for older names for readers that know none. */
  function namespaceEntries(): string {
    if (namespaces.size === 0) return '';
    const former = [...formerNames].map(([name, formerly]) => `/${name}/${formerly}`).join('');
    const all = [...namespaces.values()].map((id) => `${id} 0 R`).join(' ');
    return `/Namespaces[${all}]${former && `/RoleMap<<${former}>>`}`;
  }

  function objectOf(namespace: Namespace): number {
    const known = namespaces.get(namespace) ?? writer.allot();
    if (!namespaces.has(namespace)) writer.object(known, `<</Type/Namespace/NS(${NAMESPACES[namespace]})>>`);
    namespaces.set(namespace, known);
    return known;
  }

  return {
    list: (nodes, prefix) => listStructure(tree, nodes, prefix),
    beginPage: parents.beginPage,
    finish() {
      parents.endPage();
      writer.object(
        top,
        `<<${nameEntries('Document')}/P ${root} 0 R/K[${topKids.map((id) => `${id} 0 R`).join(' ')}]>>`,
      );
      writer.object(
        root,
        `<</Type/StructTreeRoot/K ${top} 0 R${parents.finish()}${idTree(ids)}${namespaceEntries()}>>`,
      );
      return `/StructTreeRoot ${root} 0 R/MarkInfo<</Marked true>>`;
    },
  };
}

/** Returns the root's entry for the elements that have names (ISO 32000-2, 14.7.2). */
function idTree(ids: readonly (readonly [string, number])[]): string {
  const names = ids
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ref]) => `${textString(id)} ${ref} 0 R`);
  return names.length > 0 ? `/IDTree<</Names[${names.join(' ')}]>>` : '';
}
