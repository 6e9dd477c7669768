import type { GraphNode } from '../graph/node.ts';

/** One thing with a document, a version history and an IRI of its own. */
export interface Resource {
  /** The IRI without the work's: `entry/618`, `chapter/etl`, `topics`; in a volume `volume/<id>/chapter/etl`. */
  readonly path: string;
  readonly node: GraphNode;
}
