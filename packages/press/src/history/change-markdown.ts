import type { ChangeList, Handbook, Segment } from '@octavo/core';
import { type SaidChange, sayChanges, sayText } from '@octavo/core/say';

/**
 * Renders a list of changes as Markdown, for an announcement. Changed words are in `<ins>` and `<del>`:
 * GitHub and every Markdown processor that passes HTML through marks them. The list of a preview begins with
 * its `mark`.
 */
export function changeMarkdown(
  { edition, since, changes }: ChangeList,
  book: Handbook,
  mark?: string,
): string {
  const { labels } = book;
  const { opening, telling, corrections } = sayChanges(changes, { ...book, edition }, since);
  const lines = [
    `# ${escapeMarkdown(labels.changes)}`,
    ...(mark === undefined ? [] : [`**${escapeMarkdown(mark)}**`]),
    ...opening.map((line) => escapeMarkdown(sayText(line))),
    ...telling.map(item),
    ...(corrections.length > 0 ? [`## ${escapeMarkdown(labels.corrections)}`, ...corrections.map(item)] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function item({ label, words, word, sentences, passages }: SaidChange): string {
  const facts = [`*${escapeMarkdown(word)}.*`, ...sentences.map(({ say }) => escapeMarkdown(sayText(say)))];
  const shown = passages.map(({ segments }) => `\n\n  > ${segments.map(marked).join('').trim()}`);
  return `- **${escapeMarkdown(label)}** ${escapeMarkdown(words)} ${facts.join(' ')}${shown.join('')}`;
}

function marked({ kind, text }: Segment): string {
  switch (kind) {
    case 'same':
      return escapeMarkdown(text);
    case 'inserted':
      return `<ins>${escapeMarkdown(text)}</ins>`;
    case 'deleted':
      return `<del>${escapeMarkdown(text)}</del>`;
  }
}

/** Escapes text so that Markdown shows it as it is (CommonMark section 2.4). */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~$!&]/g, '\\$&');
}
