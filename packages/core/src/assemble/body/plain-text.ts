import type { Phrasing, Text } from '../../model/answer.ts';

const SOFT_BREAK = /[ \t]*\r?\n[ \t]*/g;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * A soft line break is a space, except between two characters of a script that is written without
 * spaces, where it is nothing.
 */
export function joinLines(value: string): string {
  return value.replace(SOFT_BREAK, (found, at: number) => {
    const before = value.at(at - 1) ?? '';
    const after = value.at(at + found.length) ?? '';
    return at > 0 && CJK.test(before) && CJK.test(after) ? '' : ' ';
  });
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
