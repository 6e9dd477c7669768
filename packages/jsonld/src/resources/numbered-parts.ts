import { type Block, numberedIn } from '@octavo/core';
import { captionOf, headingAnchor } from '@octavo/core/say';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { phrasingText } from './answer-text.ts';
import type { Scope } from './scope.ts';

/** The numbered figures, tables, formulas and headings of an answer, each with an IRI that leads to it on the entry's page. */
export function numberedNodes(
  blocks: readonly Block[],
  number: string,
  { iris, local }: Pick<Scope, 'iris' | 'local'>,
): readonly GraphNode[] {
  return numberedIn(blocks).map((part, at): GraphNode => {
    const caption = phrasingText(captionOf(part));
    return {
      '@type': ['CreativeWork', 'NumberedPart'],
      '@id': `${iris.entry(number)}#${encodeURIComponent(headingAnchor(number, part.id))}`,
      ...compactObject({
        position: at + 1,
        identifier: part.id,
        name: local.one(part.numbered),
        description: caption === '' ? undefined : local.one(caption),
        image: part.type === 'figure' ? [iris.asset(part.image.url)] : [],
      }),
    };
  });
}
