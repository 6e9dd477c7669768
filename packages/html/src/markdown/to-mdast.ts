import type { AnswerNode, Handlers } from '@octavo/core';
import type { Nodes } from 'mdast';
import { blockHandlers } from './blocks.ts';
import type { ToMdast } from './handler-state.ts';
import { phrasingHandlers } from './phrasing.ts';

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
