import type { AnswerNode } from '@octavo/core';
import type { Nodes } from 'mdast';

/** What the handlers of nodes receive: how to convert children, and where an entry's Markdown lies. */
export interface ToMdast {
  readonly all: (nodes: readonly AnswerNode[]) => Nodes[];
  /** The address of an entry's Markdown from where the text stands. */
  readonly href: (number: string) => string;
  /** The address of an image. */
  readonly image: (path: string) => string;
  /** The Markdown level of a heading of depth 1. */
  readonly headingLevel: number;
}
