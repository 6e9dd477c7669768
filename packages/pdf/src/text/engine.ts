import { createRequire } from 'node:module';
import type { AttributedString, Attributes, LayoutOptions, Paragraph } from '@react-pdf/textkit';
import { type Stretch, syllables } from './break-opportunities.ts';
import type { Hyphenators } from './hyphenation.ts';
import { justify } from './justify.ts';
import type { SetString } from './set-string.ts';
import { type Missing, substitute } from './substitution.ts';

export interface EngineSettings {
  readonly hyphenators: Hyphenators;
  readonly onMissing: (missing: Missing) => void;
}

export type Engine = (
  text: SetString,
  width: number,
  options: { readonly hyphenate: boolean },
) => readonly SetString[];

const COMPLEX = /[\u0590-\u1dff\u2c00-\ufaff\ufb07-\ufffb]/;
const SOFT_HYPHEN = '\u00ad';

/**
 * textkit's pipeline with four engines of ours: fonts by coverage, break opportunities, and short
 * cuts past itemising and bidi for text that is all left-to-right. Decorations are drawn by us.
 */
export function textEngine(settings: EngineSettings): Engine {
  let ready: Engine | undefined;
  return (text, width, options) => {
    ready ??= openEngine(settings);
    return ready(text, width, options);
  };
}

type Textkit = typeof import('@react-pdf/textkit');

function openEngine(settings: EngineSettings): Engine {
  // Most books need it for a few lines or none: it is loaded with the first of them.
  const textkit = createRequire(import.meta.url)('@react-pdf/textkit') as Textkit;
  const { bidi, default: layoutEngine, linebreaker, scriptItemizer } = textkit;
  const itemize = scriptItemizer();
  const reorder = bidi();
  let hyphenate = true;

  const whole =
    (attributes: Attributes) =>
    (text: AttributedString): AttributedString => ({
      string: text.string,
      runs: text.string ? [{ start: 0, end: text.string.length, attributes }] : [],
    });
  const isPlain = (text: AttributedString): boolean =>
    !COMPLEX.test(text.string) && text.runs[0]?.attributes.direction !== 'rtl';

  const engine = layoutEngine({
    scriptItemizer: () => (text) => (isPlain(text) ? whole({ script: 'Latin' })(text) : itemize(text)),
    bidi: () => (text) => (isPlain(text) ? whole({ bidiLevel: 0 })(text) : reorder(text)),
    fontSubstitution: () => (text) =>
      substitute(text as unknown as SetString, settings.onMissing) as unknown as AttributedString,
    justification: () => (line) => justify(line as unknown as SetString) as unknown as AttributedString,
    textDecoration: () => (line) => line,
    linebreaker: (options: LayoutOptions) => (text, widths) =>
      linebreaker(options)(
        recut(text as unknown as SetString, widths, hyphenate ? settings.hyphenators : undefined),
        widths,
      ),
  });

  return (text, width, options) => {
    hyphenate = options.hyphenate;
    const container = { x: 0, y: 0, width, height: Number.POSITIVE_INFINITY };
    const layout: LayoutOptions = {
      hyphenationCallback: (word) => (word?.includes(SOFT_HYPHEN) ? word.split(SOFT_HYPHEN) : [word ?? '']),
      hyphenationPenalty: 90,
    };
    const paragraphs = engine(text as unknown as AttributedString, container, layout) as Paragraph[];
    return paragraphs.flat() as unknown as SetString[];
  };
}

/** Replaces textkit's syllables, which part words wherever the font changes, by our own. */
function recut(
  text: SetString,
  widths: readonly number[],
  hyphenators: Hyphenators | undefined,
): AttributedString {
  const edges = new Set(text.runs.flatMap((run) => [run.start, run.end]));
  const authored = new Set<number>();
  let offset = 0;
  for (const part of text.syllables ?? []) {
    offset += part.length;
    if (!edges.has(offset) && text.string[offset] !== ' ' && text.string[offset - 1] !== ' ')
      authored.add(offset);
  }
  const stretches: Stretch[] = text.runs.map((run) => ({
    end: run.end,
    code: run.attributes.link.style.role === 'code',
    hyphenate: hyphenators?.get(run.attributes.link.language),
  }));
  const width = Math.min(...widths);
  const size = text.runs[0]?.attributes.fontSize ?? 10;
  const isTooWide = (start: number, end: number): boolean => (end - start) * size * 0.75 > width;
  const cut = { ...text, syllables: syllables(text.string, stretches, authored, isTooWide) };
  return cut as unknown as AttributedString;
}
