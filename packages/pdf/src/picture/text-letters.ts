import type { SvgElement } from '@octavo/core/svg';
import { along } from './svg-length.ts';
import { type SvgStyle, styled } from './svg-style.ts';
import { fontSize } from './text-font.ts';
import type { Walk } from './walk.ts';

/** This is a character of a text, and where it is told to stand. */
export interface Letter {
  readonly text: string;
  readonly style: SvgStyle;
  /** The letter has an absolute place. */
  x?: number;
  y?: number;
  /** The letter stands so much farther than it would. */
  dx?: number;
  dy?: number;
  /** The letter is turned about its origin by so many degrees. */
  rotate?: number;
  /** This is the innermost element around the letter that says how long its words are. */
  readonly fitted: SvgElement | undefined;
}

/** These elements may stand in a text, and are none of its words. */
const WORDLESS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'style', 'script']);
/** A mark stands with the letter before it, wherever it is told to stand itself. */
const FOLLOWER = /^[\p{M}\p{Emoji_Modifier}\u200c\u200d]$/u;

/** Returns the characters of a text element and its spans, without the white space that is not seen (SVG 2, 11.4). */
export function textLetters(element: SvgElement, style: SvgStyle, walk: Walk): readonly Letter[] {
  const letters: Letter[] = [];
  gather(element, style, walk, undefined, letters);
  const last = letters.at(-1);
  if (last?.text === ' ' && !keepsSpace(last.style)) letters.pop();
  return letters;
}

function gather(
  element: SvgElement,
  style: SvgStyle,
  walk: Walk,
  outer: SvgElement | undefined,
  out: Letter[],
): void {
  const start = out.length;
  const fitted = element.attributes.textLength === undefined ? outer : element;
  for (const child of element.children) {
    if (typeof child === 'string') pushText(child, style, fitted, out);
    else if (!WORDLESS.has(child.name)) {
      const { style: own } = styled(child, style, walk.rules);
      if (child.name !== 'tspan' && child.name !== 'a') walk.unsupported.add(`<${child.name}>`);
      if (own.display !== 'none') gather(child, own, walk, fitted, out);
    }
  }
  placeLetters(element, style, walk, out.slice(start));
}

function pushText(source: string, style: SvgStyle, fitted: SvgElement | undefined, out: Letter[]): void {
  const kept = keepsSpace(style);
  for (const character of source) {
    const text = /[ \t\r\n]/.test(character) ? ' ' : character;
    const before = out.at(-1)?.text ?? ' ';
    if (text !== ' ' || kept || before !== ' ') out.push({ text, style, fitted });
  }
}

function keepsSpace(style: SvgStyle): boolean {
  const { 'white-space': white } = style;
  return white === undefined ? style['xml:space'] === 'preserve' : /^(pre|break-spaces)/.test(white);
}

/** Gives each character one value of each list. A place that an inner span gave to a character stays. */
function placeLetters(element: SvgElement, style: SvgStyle, walk: Walk, letters: readonly Letter[]): void {
  const { width, height } = walk.viewport;
  const list = (name: string, whole: number): readonly number[] =>
    (element.attributes[name] ?? '').split(/[\s,]+/).flatMap((value) => {
      return value === '' ? [] : along(value, whole, 0, fontSize(style));
    });
  const lists = {
    x: list('x', width),
    y: list('y', height),
    dx: list('dx', width),
    dy: list('dy', height),
    rotate: list('rotate', 0),
  };
  for (const [index, letter] of letters.entries()) {
    if (FOLLOWER.test(letter.text)) continue;
    for (const name of ['x', 'y', 'dx', 'dy', 'rotate'] as const) {
      // The last rotation holds for all letters that follow.
      const value = lists[name][name === 'rotate' ? Math.min(index, lists.rotate.length - 1) : index];
      if (value !== undefined) letter[name] ??= value;
    }
  }
}
