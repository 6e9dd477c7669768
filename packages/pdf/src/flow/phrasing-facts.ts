import type { Phrasing } from '@octavo/core';

/** Whether nothing but pictures stands here, in links or other marks too. */
export function onlyPictures(nodes: readonly Phrasing[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return node.value.trim() === '';
    if (node.type === 'image' || node.type === 'break') return true;
    return 'children' in node && node.children.length > 0 && onlyPictures(node.children);
  });
}

/** Whether the words of a link say the number of the entry that it leads to. */
export function says(words: string, number: string): boolean {
  if (/^[\dA-Z.]+$/.test(number)) return words.split(/[^\dA-Z.]+/).includes(number);
  const at = words.indexOf(number);
  return (
    at >= 0 &&
    !/[\p{L}\p{N}]$/u.test(words.slice(0, at)) &&
    !/^[\p{L}\p{N}]/u.test(words.slice(at + number.length))
  );
}
