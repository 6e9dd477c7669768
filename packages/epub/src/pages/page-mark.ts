/*
 * A page break travels through the tree as text: U+FDD0, its index in the page map, U+FDD1. The two
 * noncharacters occur in no source (see `printable`) and pass unchanged through core's `toHast`, so a break
 * can stand inside any word, code or cell without a node of its own.
 */

/** The text that stands for the page break of an index. */
export function pageMark(index: number): string {
  return `\uFDD0${index}\uFDD1`;
}

/** Splits a text at its marks: strings and the indexes of page breaks, in order. */
export function splitAtMarks(text: string): readonly (string | number)[] {
  return text
    .split(/\uFDD0(\d+)\uFDD1/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== '');
}

/** Whether a text holds a mark. */
export function hasMark(text: string): boolean {
  return text.includes('\uFDD0');
}
