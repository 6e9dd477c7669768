import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { pageBreakElement } from '../pages/page-break-element.ts';
import { hasMark, splitAtMarks } from '../pages/page-mark.ts';
import { epubTypeOf } from './epub-type.ts';
import { printable } from './printable.ts';

/**
 * Makes a tree fit for an EPUB content document: page marks become page breaks, `lang` is said in
 * `xml:lang` too, roles and `epub:type` agree, and what XML cannot carry is gone.
 */
export function finishTree(
  nodes: readonly RootContent[],
  pageLabel: (index: number) => string,
): ElementContent[] {
  return nodes.flatMap((node) => finishNode(node, pageLabel));
}

function finishNode(node: RootContent, pageLabel: (index: number) => string): ElementContent[] {
  if (node.type === 'text') return finishText(node.value, pageLabel);
  if (node.type !== 'element') return [];
  const alone = loneMark(node);
  if (alone !== undefined) return [pageBreakElement('div', alone, pageLabel(alone))];
  return [
    {
      type: 'element',
      tagName: node.tagName,
      properties: finishProperties(node),
      children: finishTree(node.children, pageLabel),
    },
  ];
}

function finishText(value: string, pageLabel: (index: number) => string): ElementContent[] {
  if (!hasMark(value)) return [{ type: 'text', value: printable(value) }];
  return splitAtMarks(value).map((part) =>
    typeof part === 'number'
      ? pageBreakElement('span', part, pageLabel(part))
      : { type: 'text', value: printable(part) },
  );
}

/** A paragraph that was put in for the sake of a mark. */
function loneMark(node: Element): number | undefined {
  const [child, ...others] = node.children;
  if (node.tagName !== 'p' || child?.type !== 'text' || others.length > 0) return undefined;
  const [mark, ...rest] = splitAtMarks(child.value);
  return typeof mark === 'number' && rest.length === 0 ? mark : undefined;
}

function finishProperties(node: Element): Properties {
  const finished: Properties = {};
  if (node.tagName === 'math') finished['xmlns'] = 'http://www.w3.org/1998/Math/MathML';
  for (const [name, value] of Object.entries(node.properties)) {
    finished[name] = typeof value === 'string' ? printable(value) : value;
  }
  if (finished['lang'] !== undefined) finished['xml:lang'] = finished['lang'];
  const type = epubTypeOf(finished['role']);
  if (type && finished['epub:type'] === undefined) finished['epub:type'] = type;
  return finished;
}
