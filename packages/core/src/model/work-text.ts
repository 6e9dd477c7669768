/**
 * A text that all volumes of a work build together: the frame is that of the latest edition, and each of its
 * slots contains the parts of every volume, one after another. A slot is marked by characters that Unicode
 * reserves for internal use: open, its name, what stands between two parts, the part, close.
 * docs/publishing/publish.mjs combines the texts of several volumes by the same marks.
 */
const [OPEN, PART, CLOSE] = ['\uFDD0', '\uFDD1', '\uFDD2'];

const SLOT = new RegExp(`${OPEN}[^${PART}]*${PART}([^${CLOSE}]*)${CLOSE}`, 'g');

/** What opens a volume's part in a slot, and what closes it. `between` separates it from those of other volumes. */
export function slotMarks(name: string, between = ''): readonly [open: string, close: string] {
  return [`${OPEN}${name}${OPEN}${between}${PART}`, CLOSE];
}

/** A volume's part of a text, in a slot of the given name. */
export function slot(name: string, part: string, between = ''): string {
  const [open, close] = slotMarks(name, between);
  return open + part + close;
}

/** The text with the parts of one volume alone. */
export function withoutSlots(text: string): string {
  return text.replace(SLOT, '$1');
}
