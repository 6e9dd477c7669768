import type { ElementContent, RootContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import type { Code } from './model/answer.ts';

/** How some kinds of words in code are set: their classes, their colors on a light and a dark ground. */
interface CodeColor {
  readonly classes: readonly string[];
  readonly light: string;
  readonly dark: string;
  readonly italic?: true;
}

/** All reach a contrast of 7:1 on our tints, and differ in print without color by how dark they are. */
const COLORS: readonly CodeColor[] = [
  { classes: ['comment'], light: '#55514c', dark: '#aea79c', italic: true },
  { classes: ['quote', 'meta'], light: '#55514c', dark: '#aea79c' },
  {
    classes: ['keyword', 'selector-tag', 'built_in', 'tag', 'type', 'deletion'],
    light: '#8a2b1e',
    dark: '#f2a792',
  },
  { classes: ['string', 'regexp', 'addition', 'symbol'], light: '#2c5e2e', dark: '#a9d3a4' },
  {
    classes: ['title', 'name', 'attr', 'section', 'selector-class', 'property'],
    light: '#1d4f7c',
    dark: '#9cc7f0',
  },
  {
    classes: ['number', 'literal', 'variable', 'params', 'template-variable'],
    light: '#6b4100',
    dark: '#e5c07b',
  },
];

let lowlight: ReturnType<typeof createLowlight> | undefined;

/**
 * Returns the code as spans with highlight.js classes; nothing for a language that is missing or unknown,
 * whose code is then printed plain.
 */
export function highlight({ lang, value }: Pick<Code, 'lang' | 'value'>): ElementContent[] | undefined {
  if (!lang) return undefined;
  lowlight ??= createLowlight(common);
  if (!lowlight.registered(lang)) return undefined;
  return lowlight.highlight(lang, value).children as ElementContent[];
}

/** A stretch of code of one color. */
export interface CodeStretch {
  readonly start: number;
  readonly end: number;
  readonly color: string;
  readonly italic?: true;
}

/** The stretches of code that have a color on a light ground, in order; what stands in none has none. */
export function codeStretches(code: Pick<Code, 'lang' | 'value'>): readonly CodeStretch[] {
  const stretches: CodeStretch[] = [];
  let at = 0;
  const visit = (node: RootContent, color: CodeColor | undefined): void => {
    if (node.type === 'text') {
      const start = at;
      at += node.value.length;
      if (color)
        stretches.push({ start, end: at, color: color.light, ...(color.italic ? { italic: true } : {}) });
    } else if (node.type === 'element') {
      const classes = (node.properties.className as readonly string[] | undefined) ?? [];
      const own = COLORS.find((one) => one.classes.some((name) => classes.includes(`hljs-${name}`)));
      for (const child of node.children) visit(child, own ?? color);
    }
  };
  for (const node of highlight(code) ?? []) visit(node, undefined);
  return stretches;
}

/** A style sheet with the colors of code. `isScreen`: they follow the color scheme of the page. */
export function codeSheet(isScreen: boolean): string {
  return COLORS.map(({ classes, light, dark, italic }) => {
    const color = isScreen ? `light-dark(${light}, ${dark})` : light;
    const names = classes.map((name) => `.hljs-${name}`).join(', ');
    return `${names} { color: ${color};${italic ? ' font-style: italic;' : ''} }\n`;
  }).join('');
}
