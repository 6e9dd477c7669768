import type { Gradient } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { deflated } from './deflate.ts';
import { precise } from './digits.ts';
import type { ObjectWriter } from './object-writer.ts';
import { type Shade, shading } from './shading.ts';

/** A gradient that a page's content takes its colour from. */
export interface PaintedPattern {
  readonly gradient: Gradient;
  /** From the gradient's own units to the page's (ISO 32000-1, 8.7.3.1). */
  readonly matrix: Matrix;
}
/** A gradient by whose opacities a page's content is seen. */
export interface PaintedMask {
  readonly gradient: Gradient;
  /** Where it is seen at all: left, top, right, bottom, in points from the drawing's corner. */
  readonly box: readonly number[];
}

/** The gradients of a document, each object written once. */
export interface Gradients {
  /** A pattern (8.7.4). */
  readonly pattern: (pattern: PaintedPattern) => number;
  /** A graphics state with a soft mask (11.6.5.3), to be set where points count from the drawing's corner. */
  readonly mask: (mask: PaintedMask) => number;
}

/** No gradient yet. */
export function gradients(writer: ObjectWriter): Gradients {
  const known = new Map<string, number>();
  const once = (body: string, write: (id: number) => void = (id) => writer.object(id, body)): number => {
    const ready = known.get(body);
    if (ready !== undefined) return ready;
    const own = writer.allot();
    write(own);
    known.set(body, own);
    return own;
  };
  const shade = (gradient: Gradient, of: Shade): string => `${once(shading(gradient, of))} 0 R`;

  function form({ gradient, box }: PaintedMask): number {
    const content = `${gradient.matrix.map(precise).join(' ')} cm /S sh`;
    const facts = [
      `/Type/XObject/Subtype/Form/BBox[${box.map(precise).join(' ')}]`,
      '/Group<</S/Transparency/CS/DeviceGray/I true>>',
      `/Resources<</Shading<</S ${shade(gradient, 'opacities')}>>>>`,
    ].join('');
    return once(`${content} ${facts}`, (id) =>
      writer.stream(id, facts, deflated(Buffer.from(content, 'latin1'))),
    );
  }

  return {
    pattern({ gradient, matrix }) {
      const own = `/Matrix[${matrix.map(precise).join(' ')}]`;
      return once(`<</Type/Pattern/PatternType 2/Shading ${shade(gradient, 'colors')}${own}>>`);
    },
    mask: (mask) => once(`<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G ${form(mask)} 0 R>>>>`),
  };
}
