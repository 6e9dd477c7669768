import { counted } from '@octavo/core';
import type { ImportReport } from './report.ts';
import { summaryLines } from './to-markdown.ts';

/** The report for a terminal: the figures, and the first of what there is to look at. */
export function reportToText(report: ImportReport, most = 12): string {
  const lines = summaryLines(report).map((line) => `  ${line}`);
  const told = report.findings.filter(({ severity }) => severity !== 'info');
  for (const { severity, place, reason, note } of told.slice(0, most))
    lines.push(`  ${severity} ${place.path}:${place.line} ${reason}${note ? `\n    ${note}` : ''}`);
  if (told.length > most) lines.push(`  … and ${told.length - most} more`);
  const { similar, spellings, links } = report.suggestions;
  const hints = [
    similar.length > 0 ? `${similar.length} alike` : '',
    links.length > 0 ? counted(links.length, 'cross-link') : '',
    spellings.length > 0 ? counted(spellings.length, 'spelling') : '',
  ].filter(Boolean);
  if (hints.length > 0) lines.push(`  suggestions: ${hints.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
