import { PAINTED } from '../content/normalise.ts';
import { textOf } from '../content/text-of.ts';
import type { ExpectedList } from '../expected/expected-lists.ts';
import { allElements, type Element } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import type { Case } from './findings.ts';

/** A list has every number with its words, in order and in its groups, and each line leads where it must. */
export function compareList(own: Case, { title, lines }: ExpectedList, found: readonly string[]): void {
  // A formula in a caption has spaces around it in one format, and none in another.
  const line = (one: string): string => PAINTED.text(one).replace(/\s/g, '');
  own.list('contents', lines.map(line), found.map(line), `the list “${title}”`);
}

/** The lines of a list in markup: the words of each link, and where it leads; the title of a group leads nowhere. */
export function markupLines(root: Element | undefined, target: (href: string) => string): readonly string[] {
  return (root ? allElements(root, 'h2, li > a') : []).map(({ children, attributes }) => {
    const words = textOf(markupContent(children, { level: 1, target }));
    return `${words} → ${attributes.href === undefined ? '' : target(attributes.href)}`;
  });
}
