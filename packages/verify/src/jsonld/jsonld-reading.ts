import type { FormatRequest } from '../read-format.ts';
import type { Expanded, Processor } from './expand.ts';

/** A graph that is held to the handbook. */
export interface JsonldReading extends Pick<FormatRequest, 'findings' | 'book' | 'files'> {
  readonly processor: Processor;
  /** Of the snapshot. */
  readonly nodes: readonly Expanded[];
  /** Of the snapshot, as N-Quads, sorted. */
  readonly statements: readonly string[];
}
