import { toString as textOf } from 'mdast-util-to-string';
import type { Phrasing, Text } from '../../model/answer.ts';

/** U+2028 and U+2029 come from character references alone: in the text they are spaces already. */
const SOFT_BREAK = /[ \t]*(?:\r\n?|[\n\u2028\u2029])[ \t]*/g;
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]$/u;

/**
 * A soft line break is a space, except between two characters of a script that is written without
 * spaces, where it is nothing. `before` and `after` are the characters around the whole value.
 */
export function joinLines(value: string, before = '', after = ''): string {
  return value.replace(SOFT_BREAK, (found, at: number) => {
    const left = at === 0 ? before : lastOf(value.slice(Math.max(0, at - 2), at));
    const end = at + found.length;
    const right = end === value.length ? after : firstOf(value.slice(end, end + 2));
    return CJK.test(left) && CJK.test(right) ? '' : ' ';
  });
}

/** The last (-1) or first (0) character of what stands beside a text. */
export function edge(beside: object | undefined, at: -1 | 0): string {
  const text = beside === undefined ? '' : textOf(beside);
  return at === 0 ? firstOf(text) : lastOf(text);
}

function firstOf(text: string): string {
  return String.fromCodePoint(...[text.codePointAt(0)].filter((code) => code !== undefined));
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

/** Joins neighbouring text nodes, so that a literal fallback leaves no seam. */
export function mergeText(nodes: readonly Phrasing[]): readonly Phrasing[] {
  const merged: Phrasing[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') merged[merged.length - 1] = join(last, node);
    else if (node.type !== 'text' || node.value !== '') merged.push(node);
  }
  return merged;
}

function join(a: Text, b: Text): Text {
  const value = a.value + b.value;
  if (!a.position || !b.position) return { type: 'text', value };
  return { type: 'text', value, position: { start: a.position.start, end: b.position.end } };
}

/** Without blank text at either end. */
export function trim(nodes: readonly Phrasing[]): readonly Phrasing[] {
  const blank = (node: Phrasing | undefined) => node?.type === 'text' && node.value.trim() === '';
  let from = 0;
  let to = nodes.length;
  while (from < to && blank(nodes[from])) from++;
  while (to > from && blank(nodes[to - 1])) to--;
  return nodes.slice(from, to).map((node, at, all) => trimEnds(node, at === 0, at === all.length - 1));
}

function trimEnds(node: Phrasing, first: boolean, last: boolean): Phrasing {
  if (node.type !== 'text' || !(first || last)) return node;
  const value = first ? node.value.replace(/^[ \t\n]+/, '') : node.value;
  return { ...node, value: last ? value.replace(/[ \t\n]+$/, '') : value };
}
