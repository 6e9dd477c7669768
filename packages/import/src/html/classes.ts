import type { Element, Nodes } from 'hast';

/** The classes of an element, with spaces between them. */
export function classesOf({ properties }: Element): string {
  return [properties.className].flat().join(' ');
}

/** Whether a node is an element of a class. */
export function hasClass(node: Nodes, name: string): boolean {
  return node.type === 'element' && [node.properties.className].flat().includes(name);
}

const QUESTION =
  /(?:^|[-_ ])(?:question|pregunta|frage|vraag|domanda)(?:[-_ ]|$)|accordion[-_]?(?:button|header|heading|title|toggle|trigger)|elementor-tab-title|(?:faq|toggle|collapse)[-_]?(?:q|title|header|heading|trigger)(?:[-_ ]|$)/i;

/** Whether what makes accordions and lists of questions calls a question so. */
export function isQuestionClass(classes: string): boolean {
  return QUESTION.test(classes);
}
