import type { Fault } from './fault.ts';
import { elements, spoken } from './tag-walk.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** Tables have a head whose cells have a scope, and rows of one length. */
export function checkTables(pdf: TaggedPdf): Fault[] {
  const faults: Fault[] = [];
  for (const table of elements(pdf.document, /^Table$/)) {
    const name = spoken(table).slice(0, 40);
    const fault = (reason: string): void => {
      faults.push({ rule: 'tables', reason: `the table “${name}” ${reason}` });
    };
    const rows = [...elements(table, /^TR$/)].map((row) =>
      row.children.filter((cell) => cell.kind === 'element'),
    );
    const [head] = elements(table, /^THead$/);
    const heads = head ? [...elements(head, /^T[HD]$/)] : [];
    if (heads.length === 0) fault('has no head');
    for (const cell of elements(table, /^TH$/))
      if (!cell.scope) fault(`has a head “${spoken(cell)}” of no scope`);
    if (heads.some((cell) => cell.type !== 'TH')) fault('has a cell that is no head in its head');
    if (new Set(rows.map((row) => row.length)).size > 1) fault('has rows of unlike length');
  }
  return faults;
}
