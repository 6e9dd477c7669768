import type { Gradient } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { remembered } from '../remembered.ts';
import { precise } from './digits.ts';
import type { ObjectWriter } from './object-writer.ts';
import { type Shade, shading } from './shading.ts';

/** This is a gradient that a page uses as a color. */
export interface PaintedPattern {
  readonly gradient: Gradient;
  /** This matrix leads from the gradient's own units to those of the page (ISO 32000-2, 8.7.3.1). */
  readonly matrix: Matrix;
}
/** This is a gradient whose opacities say how much of a page's content is seen. */
export interface PaintedMask {
  readonly gradient: Gradient;
  /** Nothing is seen outside of this box: left, top, right, bottom, in points from the drawing's corner. */
  readonly box: readonly number[];
}

/** Writes the gradients of a document, each object once, and returns their objects. */
export interface Gradients {
  /** Writes a shading pattern (ISO 32000-2, 8.7.4). */
  readonly pattern: (pattern: PaintedPattern) => number;
  /** Writes a graphics state with a soft mask (ISO 32000-2, 11.6.5.2), in points from the drawing's corner. */
  readonly mask: (mask: PaintedMask) => number;
}

export function gradients(writer: ObjectWriter): Gradients {
  const once = remembered(writer.add);
  /** Writes a stream, whose facts stand behind its content on a line of their own. */
  const streamOnce = remembered((source: string) => {
    const [content = '', facts = ''] = source.split('\n');
    return writer.addStream(facts, Buffer.from(content, 'latin1'));
  });
  const shade = (gradient: Gradient, of: Shade): string => `${once(shading(gradient, of))} 0 R`;

  function form({ gradient, box }: PaintedMask): number {
    const content = `${gradient.matrix.map(precise).join(' ')} cm /S sh`;
    const facts = [
      `/Type/XObject/Subtype/Form/BBox[${box.map(precise).join(' ')}]`,
      '/Group<</S/Transparency/CS/DeviceGray/I true>>',
      `/Resources<</Shading<</S ${shade(gradient, 'opacities')}>>>>`,
    ].join('');
    return streamOnce(`${content}\n${facts}`);
  }

  return {
    pattern({ gradient, matrix }) {
      const own = `/Matrix[${matrix.map(precise).join(' ')}]`;
      return once(`<</Type/Pattern/PatternType 2/Shading ${shade(gradient, 'colors')}${own}>>`);
    },
    mask: (mask) => once(`<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G ${form(mask)} 0 R>>>>`),
  };
}
