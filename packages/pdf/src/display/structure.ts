import type { StructureType } from './roles.ts';
import type { StructureNode } from './structure-node.ts';

type Properties = Omit<StructureNode, 'type' | 'parent' | 'kids'>;
type Growing = { -readonly [Key in keyof StructureNode]: StructureNode[Key] } & { kids: number[] };

/** Grows a structure tree in reading order, while the text that it describes is being set. */
export interface StructureBuilder {
  readonly nodes: readonly StructureNode[];
  /** Adds an element at the end of its parent, where -1 is the top, and returns its index. */
  readonly open: (type: StructureType, parent: number, properties?: Properties) => number;
  /** Adds a stretch of content at the end of an element, and returns the number of the stretch. */
  readonly content: (parent: number) => number;
}

/** Returns a builder of an empty tree. */
export function structureBuilder(): StructureBuilder {
  const nodes: Growing[] = [];
  let contents = 0;
  return {
    nodes,
    open(type, parent, properties = {}) {
      const index = nodes.push({ type, parent, kids: [], ...properties }) - 1;
      nodes[parent]?.kids.push(index);
      return index;
    },
    content(parent) {
      const id = contents++;
      nodes[parent]?.kids.push(-1 - id);
      return id;
    },
  };
}
