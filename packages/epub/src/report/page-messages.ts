import type { VFileMessage } from 'vfile-message';
import { FILES } from '../book/addresses.ts';
import type { Context } from '../context.ts';
import { message } from '../message.ts';
import { pagePointsIn } from '../nav/page-list.ts';
import { contentsBreaks } from '../pages/contents-breaks.ts';
import type { PrintedDocument } from '../plan/print-document.ts';

/** Says that there is no page list, or which pages of the PDF have no place in this book. */
export function pageMessages(context: Context, printed: readonly PrintedDocument[]): readonly VFileMessage[] {
  const map = context.options.pageMap;
  if (!map || map.length === 0) {
    const reason =
      'The EPUB has no page list: page numbers are those of the PDF, which was not built in this run; build both for one';
    return [message('page-list', { reason, severity: 'info' })];
  }
  const placed = new Set(printed.flatMap((document) => document.pages.map((page) => page.label)));
  for (const index of context.pages.atHead('matter', 'contents').slice(0, 1))
    placed.add(context.pages.label(index));
  for (const breaks of contentsBreaks(context).values())
    for (const { label } of pagePointsIn(FILES.contents, breaks)) placed.add(label);
  const lost = map.map((item) => item.label).filter((label) => !placed.has(label));
  if (lost.length === 0) return [];
  const some = lost.length > 12 ? `${lost.slice(0, 12).join(', ')}, …` : lost.join(', ');
  const reason = `${lost.length} of ${map.length} pages of the PDF begin in something that the EPUB lays out differently and are not in its page list: ${some}`;
  return [message('page-list', { reason, severity: 'info' })];
}
