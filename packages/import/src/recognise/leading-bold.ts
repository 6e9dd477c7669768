import type { PhrasingContent } from 'mdast';
import { trimmed } from './phrasing.ts';

/** Bold text that a paragraph begins with. */
export function leadingBold(
  children: readonly PhrasingContent[],
): { bold: PhrasingContent[]; rest: PhrasingContent[]; whole: boolean } | undefined {
  const [first, ...rest] = children;
  if (!first) return undefined;
  const inner =
    first.type === 'strong'
      ? first.children
      : first.type === 'emphasis' && first.children.length === 1 && first.children[0]?.type === 'strong'
        ? first.children[0].children
        : first.type === 'link' && first.children.length === 1 && first.children[0]?.type === 'strong'
          ? [{ ...first, children: first.children[0].children }]
          : undefined;
  if (!inner) return undefined;
  const bold: PhrasingContent[] = [...inner];
  let after = trimmed(rest);
  // A question mark or more bold text may stand right behind.
  for (let next = after[0]; next; next = after[0]) {
    if (next.type === 'strong') bold.push({ type: 'text', value: ' ' }, ...next.children);
    else if (next.type === 'text' && /^\s*[?？؟:.]\s*$/.test(next.value)) bold.push(next);
    else break;
    after = after.slice(1);
  }
  const [start] = after;
  if (start?.type === 'text' && /^[?？؟]\s/.test(start.value)) {
    bold.push({ type: 'text', value: start.value[0] ?? '' });
    after = trimmed([{ ...start, value: start.value.slice(1) }, ...after.slice(1)]);
  }
  return { bold, rest: after, whole: after.length === 0 };
}
