import type { Admonition } from '../model/answer.ts';
import type { Labels } from '../model/labels.generated.ts';
import { toText } from '../model/to-text.ts';

/**
 * The word for the kind of an admonition, printed before its title, since color alone tells some readers
 * nothing (WCAG 1.4.1); empty where the author's own title says it.
 */
export function admonitionWord({ kind, title }: Admonition, labels: Labels): string {
  const word = labels[kind];
  return title && toText(title).toLowerCase().includes(word.toLowerCase()) ? '' : word;
}
