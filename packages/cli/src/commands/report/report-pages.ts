import { escapeMarkup, type Handbook } from '@octavo/core';
import { escapeMarkdown } from '@octavo/press/history';
import type { BoardReport } from '../../board-report.generated.ts';
import { sayReport } from './said-report.ts';

/** Renders a report as Markdown. */
export function reportMarkdown(report: BoardReport): string {
  const { opening, sections, nothing } = sayReport(report);
  const lines = [
    `# ${escapeMarkdown(report.title)}: report`,
    escapeMarkdown(opening),
    ...sections.flatMap(({ title, findings }) => [
      `## ${title} (${findings.length})`,
      findings
        .map(({ subject, title: words, fact, place }) => {
          const said = fact === '' ? '' : ` *${escapeMarkdown(fact)}*`;
          return `- **${escapeMarkdown(subject)}** ${escapeMarkdown(words)}${said} (${escapeMarkdown(place)})`;
        })
        .join('\n'),
    ]),
    ...(nothing === '' ? [] : [escapeMarkdown(nothing)]),
  ];
  return `${lines.join('\n\n')}\n`;
}

const STYLE =
  ':root{color-scheme:light dark}body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem .8rem .3rem 0;border-top:1px solid}td:last-child{overflow-wrap:anywhere}';

/** Renders a report as an HTML document that needs nothing else. The questions are in the book's language. */
export function reportHtml(
  report: BoardReport,
  { language, direction }: Pick<Handbook, 'language' | 'direction'>,
): string {
  const { opening, sections, nothing } = sayReport(report);
  const own = `lang="${escapeMarkup(language)}" dir="${direction}"`;
  const title = escapeMarkup(report.title);
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr">',
    '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">',
    `<title>${title}: report</title>\n<style>${STYLE}</style>`,
    `<h1><span ${own}>${title}</span>: report</h1>\n<p>${escapeMarkup(opening)}</p>`,
    ...sections.map(({ name, title: heading, findings }) => {
      const rows = findings.map(({ subject, title: words, fact, place }) => {
        const cell = name === 'messages' ? '<td>' : `<td ${own}>`;
        return `<tr><th scope="row">${escapeMarkup(subject)}</th>${cell}${escapeMarkup(words)}</td><td>${escapeMarkup(fact)}</td><td>${escapeMarkup(place)}</td></tr>`;
      });
      return `<h2>${heading} (${findings.length})</h2>\n<table>\n${rows.join('\n')}\n</table>`;
    }),
    ...(nothing === '' ? [] : [`<p>${escapeMarkup(nothing)}</p>`]),
    '</html>\n',
  ].join('\n');
}
