import { type Change, changeHead, fillLabel, foldChanges, type Labels, type Segment } from '@octavo/core';
import type { ChangeList } from './change-list.ts';

/**
 * A list of changes as Markdown, for an announcement. Changed words are `<ins>` and `<del>`, which
 * GitHub and every Markdown processor that lets HTML through will mark, and which read as they are. A preview's
 * begins with its `mark`.
 */
export function changeMarkdown(
  { edition, since, changes }: ChangeList,
  labels: Labels,
  mark?: string,
): string {
  const { telling, corrections } = foldChanges(changes);
  const lines = [
    `# ${escaped(labels.changes)}`,
    ...(mark === undefined ? [] : [`**${escaped(mark)}**`]),
    `${escaped(labels.edition)} ${escaped(edition.version)}, ${edition.date.slice(0, 10)}`,
    ...(since
      ? [escaped(fillLabel(labels.changesSince, { version: since.version, date: since.date.slice(0, 10) }))]
      : []),
    ...telling.map((change) => item(change, labels)),
    ...(corrections.length > 0
      ? [`## ${escaped(labels.corrections)}`, ...corrections.map((change) => item(change, labels))]
      : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function item(change: Change, labels: Labels): string {
  const { kind, movedFrom, replacedBy, note, passages } = change;
  const head = changeHead(change, labels);
  const facts = [
    `*${escaped(labels[kind])}.*`,
    ...(movedFrom === undefined ? [] : [`${escaped(fillLabel(labels.movedFrom, { chapter: movedFrom }))}.`]),
    ...(replacedBy === undefined ? [] : [`${escaped(fillLabel(labels.replacedBy, { entry: replacedBy }))}.`]),
    ...(note === undefined ? [] : [escaped(note)]),
    ...(kind === 'changed' && passages.length === 0 ? [escaped(labels.wordsUnchangedNotice)] : []),
  ];
  const words = passages.map(({ segments }) => `\n\n  > ${segments.map(marked).join('').trim()}`);
  return `- **${escaped(head.label)}** ${escaped(head.words)} ${facts.join(' ')}${words.join('')}`;
}

function marked({ kind, text }: Segment): string {
  switch (kind) {
    case 'same':
      return escaped(text);
    case 'inserted':
      return `<ins>${escaped(text)}</ins>`;
    case 'deleted':
      return `<del>${escaped(text)}</del>`;
  }
}

/** Text that Markdown shows as it is (CommonMark section 2.4). */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~$!&]/g, '\\$&');
}
