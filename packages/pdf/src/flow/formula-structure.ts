import type { Drawing } from '../display/display-list.ts';
import type { Formula } from '../picture/formula.ts';
import type { MathPart } from '../picture/math-part.ts';
import type { Session } from './session.ts';

/** Whether formulas are tagged as MathML (ISO 32000-2, 14.8.6.3). */
export function hasMathml({ standard }: Session): boolean {
  return standard.version === '2.0';
}

/**
 * Draws a formula below its element: as one stretch of content, or, when its MathML is known, as a tree of
 * MathML in which each letter is one, and bars and rules are artifacts.
 */
export function tagged(
  { structure }: Session,
  { drawing, math }: Formula,
  element: number,
  draw: (content: number) => Drawing,
): Drawing {
  const drawn = draw(structure.content(element));
  if (!math) return drawn;
  const contents: number[] = [];
  open(math, element);
  const shapes = drawn.shapes.map((shape, at) => ({
    ...shape,
    content: contents[drawing.shapes[at]?.part ?? -1] ?? -1,
  }));
  // Letters are drawn last, so that no bar or rule lies above them.
  return { ...drawn, shapes: shapes.toSorted((a, b) => Math.min(a.content, 0) - Math.min(b.content, 0)) };

  function open({ name, attributes, children, token }: MathPart, parent: number): void {
    const own = structure.open(`math:${name}`, parent, {
      ...(token ? { actual: token.text } : {}),
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    });
    if (token) contents[token.part] = structure.content(own);
    for (const child of children) open(child, own);
  }
}
