import type { Imported } from '@octavo/import';
import { parse } from 'yaml';

/** An import in lines that a person can read and a test can compare: what became of everything, and what was said. */
export function describeImport({ files, report }: Imported): string {
  const { counts, words, suggestions } = report;
  const text = new Map(files.map(({ path, content }) => [path, String(content)]));
  const lines = [
    `${report.title ?? '(no title)'} [${report.language ?? '-'}]${report.provisional ? ', numbers given' : ''}`,
    `${counts.entries} entries, ${counts.chapters} chapters, ${counts.pages} pages, ${counts.images} images, ${counts.crossLinks} cross-links, ${counts.brokenLinks} broken`,
    `words: ${words.source} in the source, ${words.leftOut} left out, ${words.missingCount} missing${words.missing.map(({ word, place }) => ` ${word}:${place.line}`).join('')}`,
    ...chaptersOf(text.get('handbook.yaml') ?? ''),
    '',
  ];
  for (const { number, id, question, chapter, place } of report.entries) {
    const path = [...text.keys()].find((one) => one.startsWith(`${chapter}/`) && one.endsWith(`-${id}.md`));
    const source = text.get(path ?? '') ?? '';
    lines.push(`${number}. ${question}`, `  ${chapter}/${id}, ${place.path}:${place.line}`);
    const aliases = /\naliases:\n((?: {2}- .*\n)+)/.exec(source)?.[1];
    if (aliases)
      lines.push(
        `  aliases ${aliases
          .replace(/ {2}- |\n/g, ' ')
          .replace(/ +/g, ' ')
          .trim()}`,
      );
    lines.push(
      ...source
        .slice(source.indexOf('\n---\n', 4) + 5)
        .trim()
        .split('\n')
        .map((line) => `  | ${line}`.trimEnd()),
    );
  }
  for (const { path, content } of files) {
    if (/^(?:front|back)\/|\/index\.md$/.test(path))
      lines.push(
        '',
        path,
        ...String(content)
          .trim()
          .split('\n')
          .map((line) => `  | ${line}`.trimEnd()),
      );
  }
  lines.push(
    '',
    ...report.dropped.map(({ what, text: said, place }) =>
      `left out: ${place.path}:${place.line} ${what}: ${said.replace(/\s+/g, ' ')}`.trimEnd(),
    ),
  );
  lines.push(
    ...report.findings
      .filter(({ kind }) => kind !== 'handbook-incomplete')
      .map(
        ({ kind, severity, place, reason }) => `${severity} ${kind} ${place.path}:${place.line} ${reason}`,
      ),
  );
  lines.push(...suggestions.similar.map(({ from, to, what }) => `suggestion: ${what} ${from}, ${to}`));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** The order of the book: its pages, parts and chapters, a line each. */
function chaptersOf(handbook: string): readonly string[] {
  const {
    front = [],
    back = [],
    parts = [],
    chapters = [],
  } = parse(handbook || '{}') as {
    front?: string[];
    back?: string[];
    parts?: { title: string; chapters: string[] }[];
    chapters?: { id: string; title: string; summary?: string }[];
  };
  const partOf = new Map(parts.flatMap(({ title, chapters: ids }) => ids.map((id) => [id, title])));
  return [
    ...front.map((id) => `page front/${id}`),
    ...chapters.map(
      ({ id, title, summary }) =>
        `chapter ${id}: ${partOf.has(id) ? `${partOf.get(id)} / ` : ''}${title}${summary ? ` (${summary})` : ''}`,
    ),
    ...back.map((id) => `page back/${id}`),
  ];
}
