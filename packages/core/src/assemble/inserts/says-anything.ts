import type { Nodes } from 'mdast';
import { conditionOf, isOnly } from '../body/only.ts';
import type { Condition } from '../condition.ts';
import { isSnippet } from './is-insert.ts';

/**
 * Whether an edition leaves anything of a snippet. `keeps`: the conditions that it meets; `snippet`: the same question
 * about one that is put in.
 */
export function saysAnything(
  node: Nodes,
  keeps: (condition: Condition) => boolean,
  snippet: (id: string) => boolean,
): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (/^(?:yaml|definition|footnoteDefinition)$/.test(node.type)) return false;
  if (isSnippet(node)) return snippet(node.attributes?.id ?? '');
  if (isOnly(node) && !keeps(conditionOf(node))) return false;
  if (!('children' in node) || node.type === 'leafDirective') return true;
  return node.children.some((child) => saysAnything(child, keeps, snippet));
}
