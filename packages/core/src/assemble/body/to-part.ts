import type { Heading as MdastHeading, Paragraph as MdastParagraph } from 'mdast';
import type { Math as MdastMath } from 'mdast-util-math';
import type { Heading, MathBlock } from '../../model/answer.ts';
import { type BodyContext, positionOf, sourceOf } from '../body-context.ts';
import { OWN_ID } from './own-id.ts';
import { childPhrasing } from './to-phrasing.ts';

/** A heading; its id, where the source gives one (`## Steps {#steps}`), is no part of its text. */
export function headingPart(node: MdastHeading, context: BodyContext): Heading {
  const last = node.children.at(-1);
  const found = last?.type === 'text' ? OWN_ID.exec(sourceOf(last, context)) : null;
  const children =
    found && last?.type === 'text'
      ? [...node.children.slice(0, -1), { ...last, value: last.value.replace(OWN_ID, '') }]
      : node.children;
  return {
    type: 'heading',
    depth: node.depth,
    ...(found?.[1] ? { id: found[1] } : {}),
    children: childPhrasing({ children }, context),
    ...positionOf(node),
  };
}

/** The id of a picture that is alone in its paragraph: `![…](… "Caption"){#fees}`. */
export function idOfPicture({ children }: MdastParagraph, context: BodyContext): string | undefined {
  const [picture, behind] = children;
  if (children.length !== 2 || behind?.type !== 'text') return undefined;
  if (picture?.type !== 'image' && picture?.type !== 'imageReference') return undefined;
  const found = OWN_ID.exec(sourceOf(behind, context));
  return found?.index === 0 ? found[1] : undefined;
}

/** A displayed formula; its id stands behind it: `$$e = mc^2$$ {#energy}`. */
export function mathPart(node: MdastMath, context: BodyContext): MathBlock {
  const source = sourceOf(node, context);
  const id = OWN_ID.exec(source)?.[1];
  const written = /\{#\S*\}\s*$/.exec(source)?.[0] ?? '';
  if (written !== '' && id === undefined)
    context.report('numbered-complete', {
      reason: `"${written.trim()}" is no id`,
      place: node.position?.start,
      expected: 'letters, digits, hyphens and points: {#mass-and-energy}',
    });
  if (!/\S\s*\$\$\s*$/.test(source.slice(0, source.length - written.length)))
    context.report('math-parses', {
      reason: 'the formula is not closed: it goes on to the end of the text',
      place: node.position?.start,
      expected: '"$$" behind it or on the line below it',
    });
  if (id !== undefined && context.numbering?.kinds.has('formulas') && /\\tag\b/.test(node.value))
    context.report('numbered-complete', {
      reason: `the formula with the id "${id}" has a number of its own, by "\\tag"`,
      place: node.position?.start,
      expected: 'one number: remove "\\tag{…}", or the id',
    });
  return { type: 'math', ...(id === undefined ? {} : { id }), value: node.value.trim(), ...positionOf(node) };
}
