import { counted } from '@octavo/core';
import { oneLine } from '../model/text-of.ts';
import { type Folded, folded } from './fold.ts';
import type { ImportReport } from './report.ts';

/** `import-report.md`: all that the report says, for a person to read. */
export function reportToMarkdown(report: ImportReport): string {
  const { words, suggestions } = report;
  const question = new Map(report.entries.map(({ number, question: text }) => [number, text]));
  const many = report.documents.length > 1;
  const at = (path: string, line: number) => (many ? `${path}:${line}` : `line ${line}`);
  const lines: string[] = [`# Import of ${report.source}`, ''];
  const list = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(`## ${title}`, '', ...items.map((item) => `- ${item}`), '');
  };
  lines.push(...summaryLines(report).map((line) => `- ${line}`), '');
  list(
    'Errors and warnings',
    folded(report.findings.filter(({ severity }) => severity !== 'info')).map((one) => saidOf(one, at)),
  );
  if (words.missing.length > 0)
    list(
      `Words of the source that are in no entry (${words.missingCount})`,
      words.missing.map(({ word, place }) => `${code(word)}, ${at(place.path, place.line)}`),
    );
  list(
    'Worth knowing',
    folded(report.findings.filter(({ severity }) => severity === 'info')).map((one) => saidOf(one, at)),
  );
  list(
    'Left out',
    report.dropped
      .filter(({ what }) => what !== 'numbers and marks')
      .map(
        ({ what, text, place }) =>
          `${at(place.path, place.line)}: ${what}${text.trim() === '' ? '' : `: ${code(text)}`}`,
      ),
  );
  lines.push('## What every part became', '', '| from | became | |', '| --- | --- | --- |');
  for (const { path, line, what, text } of report.parts)
    lines.push(`| ${at(path, line)} | ${what} | ${cell(text)} |`);
  lines.push('');
  const named = (number: string) => `${number} ${cell(question.get(number) ?? '')}`;
  list(
    'Alike (suggestions)',
    suggestions.similar.map(
      ({ from, to, what, score }) => `${what}, ${score}: ${named(from)} / ${named(to)}`,
    ),
  );
  list(
    'Cross-links to consider',
    suggestions.links.map(({ from, to, score }) => `${named(from)} → ${named(to)} (${score})`),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Returns the figures of a report, one line for each. */
export function summaryLines({
  counts,
  words,
  documents,
  dropped,
  provisional,
  language,
  title,
}: ImportReport): readonly string[] {
  return [
    `${counted(documents.length, 'document')}: ${[...new Set(documents.map(({ kind }) => kind))].join(', ')}${title ? `; "${title}"` : ''}${language ? ` (${language})` : ''}`,
    `${counted(counts.entries, 'entry', 'entries')} in ${counted(counts.chapters, 'chapter')}, ${counted(counts.pages, 'page')} of prose, ${counted(counts.images, 'image')}`,
    `numbers: ${counts.numbers.kept} kept, ${counts.numbers.changed} changed, ${counts.numbers.given} given${provisional ? '; they are provisional' : ''}`,
    `words: ${words.source} in the source, ${words.written} written, ${words.leftOut} left out on purpose, ${words.missingCount} missing`,
    `links: ${counts.links.entries} to entries, ${counts.links.addresses} to addresses, ${counts.links.text} now text (${counts.brokenLinks} broken)`,
    ...(dropped.length > 0 ? [`left out: ${leftOutBy(dropped)}`] : []),
    ...(counts.missingAnswers > 0 ? [`answers: ${counts.missingAnswers} missing`] : []),
  ];
}

/** What was left out, by kind and count. */
function leftOutBy(dropped: ImportReport['dropped']): string {
  const kinds = new Map<string, number>();
  for (const { what } of dropped) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  return [...kinds].map(([what, count]) => `${what} (${count})`).join(', ');
}

function saidOf({ first, all }: Folded, at: (path: string, line: number) => string): string {
  const { severity, place, reason, note } = first;
  const others = all.slice(1, 30).map((other) => at(other.place.path, other.place.line));
  const more =
    all.length > 1
      ? `; ${all.length - 1} more like it: ${others.join(', ')}${all.length > 30 ? ', …' : ''}`
      : '';
  return `${at(place.path, place.line)}: ${severity === 'error' ? '**error** ' : ''}${cell(reason)}${more}${note ? ` (${cell(note)})` : ''}`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`);
}

function code(text: string): string {
  const line = oneLine(text);
  return line.includes('`') ? `\`\` ${line.replaceAll('``', '` `')} \`\`` : `\`${line}\``;
}
