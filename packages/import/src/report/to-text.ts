import { counted } from '@octavo/core';
import { folded, lookFirst } from './fold.ts';
import type { ImportReport } from './report.ts';
import { summaryLines } from './to-markdown.ts';

/** The report for a terminal: the figures, the three things to look at first, and how much more there is. */
export function reportToText(report: ImportReport): string {
  const lines = summaryLines(report).map((line) => `  ${line}`);
  const first = lookFirst(report.findings, 3);
  for (const {
    first: { severity, place, reason, note },
    all,
  } of first) {
    const times = all.length > 1 ? ` (and ${all.length - 1} more of this kind)` : '';
    lines.push(`  ${severity} ${place.path}:${place.line} ${reason}${times}${note ? `\n    ${note}` : ''}`);
  }
  const told = folded(report.findings.filter(({ severity }) => severity !== 'info')).length;
  if (told > first.length) lines.push(`  … and ${told - first.length} more`);
  const { similar, links } = report.suggestions;
  const hints = [
    similar.length > 0 ? `${similar.length} alike` : '',
    links.length > 0 ? counted(links.length, 'cross-link') : '',
  ].filter(Boolean);
  if (hints.length > 0) lines.push(`  suggestions: ${hints.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
