import type { AnswerNode, Handlers } from '@octavo/core';
import type { Nodes } from 'mdast';
import { blockHandlers } from './blocks.ts';
import { phrasingHandlers } from './phrasing.ts';

/** What the handlers of nodes are given: how to go on below, and where an entry's Markdown lies. */
export interface ToMdast {
  readonly all: (nodes: readonly AnswerNode[]) => Nodes[];
  /** The address of an entry's Markdown from where the text stands. */
  readonly href: (number: string) => string;
  /** The address of an image. */
  readonly image: (path: string) => string;
  /** The Markdown level of a heading of depth 1. */
  readonly headingLevel: number;
}

const handlers: Handlers<Nodes[], ToMdast> = { ...phrasingHandlers, ...blockHandlers };

/** The handbook's nodes as plain mdast, for writing. One node of ours may make several. */
export function toMdast(nodes: readonly AnswerNode[], options: Omit<ToMdast, 'all'>): Nodes[] {
  const state: ToMdast = { ...options, all: (below) => below.flatMap((node) => one(node, state)) };
  return state.all(nodes);
}

function one<Type extends AnswerNode['type']>(
  node: Extract<AnswerNode, { type: Type }>,
  state: ToMdast,
): Nodes[] {
  const handler: (node: Extract<AnswerNode, { type: Type }>, context: ToMdast) => Nodes[] =
    handlers[node.type as Type];
  return handler(node, state);
}
