import type { Handbook } from '@octavo/core';
import type { Fault } from './fault.ts';
import { bare, saidBy } from './said.ts';
import { elements, spoken } from './tag-walk.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** Everything the handbook says is read, in its order, with no more of ours between than there is room for. */
export function checkOrder(pdf: TaggedPdf, handbook: Handbook): Fault[] {
  const text = bare(spoken(pdf.document));
  const faults: Fault[] = [];
  let at = 0;
  for (const said of saidBy(handbook)) {
    const wanted = bare(said.text);
    const room = Math.min(text.length, at + said.room);
    let found = text.indexOf(wanted, at);
    // A title is in the contents too: where there is any room, the text begins at its last mention.
    if (said.room === Number.POSITIVE_INFINITY) found = titled(pdf, wanted, text, at);
    if (found < 0 || found > room) {
      const found0 = text.includes(wanted) ? 'is read elsewhere' : 'is not read';
      faults.push({ rule: 'order', reason: `${said.where}: “${said.text.slice(0, 60)}” ${found0}` });
      if (found < 0) continue;
    }
    at = found + wanted.length;
  }
  return faults;
}

/** Where a section's H1 is read, at or after a place. */
function titled(pdf: TaggedPdf, title: string, text: string, at: number): number {
  let place = 0;
  for (const part of pdf.document.children) {
    if (part.kind !== 'element') continue;
    const length = bare(spoken(part)).length;
    const [heading] = elements(part, /^H1$/);
    if (place >= at - 1 && heading && bare(spoken(heading)) === title) return text.indexOf(title, place);
    place += length;
  }
  return -1;
}
