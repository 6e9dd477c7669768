import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { AnswerPart } from '../model/answer-part.ts';
import type { Labels } from '../model/labels.generated.ts';
import type { ToHastOptions } from './options.ts';
import { exchanged } from './passages.ts';

/** The id that links to a part of an answer lead to. */
export function partAnchor({ id }: AnswerPart, { headingPrefix, idPrefix }: ToHastOptions): Properties {
  return id === undefined ? {} : { id: `${headingPrefix ?? idPrefix}${id}` };
}

/** The number of a part as text, so that whoever copies it has it, with the space behind it. */
export function partLabel({ numbered, before }: AnswerPart, labels: Labels): ElementContent[] {
  if (numbered === undefined) return [];
  return [h('span.label', exchanged(before, numbered, labels)), { type: 'text', value: ' ' }];
}
