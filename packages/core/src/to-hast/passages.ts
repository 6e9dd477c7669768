import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Passage, Segment } from '../model/change.ts';
import type { EditKind, Handbook } from '../model/documents.generated.ts';
import type { Labels } from '../model/labels.generated.ts';
import { against } from '../say/own-direction.ts';

/**
 * Changed paragraphs as hast: `ins` and `del`, which a style sheet underlines and strikes through, each with
 * its word in brackets for readers who do not see that (class `unseen`).
 */
export function passagesToHast(
  passages: readonly Passage[],
  { labels, direction }: Pick<Handbook, 'labels' | 'direction'>,
): readonly Element[] {
  return passages.map(({ part, segments }) =>
    h(
      'p',
      {
        className: ['passage', part === 'title' || part === 'question' ? 'question' : 'answer'],
        dir: against(segments.map(({ text }) => text).join(''), direction),
      },
      segments.map((segment) => segmentToHast(segment, labels)),
    ),
  );
}

/** The legend of the marks: the words "Inserted" and "Deleted", marked. */
export function marksLegend(labels: Labels): Element {
  return h('p.marks', [h('ins', labels.inserted), ' ', h('del', labels.deleted)]);
}

function segmentToHast({ kind, text }: Segment, labels: Labels): Element | string {
  switch (kind) {
    case 'same':
      return text;
    case 'inserted':
    case 'deleted':
      return editElement(kind, [{ type: 'text', value: text }], labels);
  }
}

/** A number or label, behind the one that it had, where that was another. */
export function exchanged(before: string | undefined, now: string, labels: Labels): ElementContent[] {
  const text = (value: string): ElementContent[] => [{ type: 'text', value }];
  if (before === undefined) return text(now);
  return [
    editElement('deleted', text(before), labels),
    ...text(' '),
    editElement('inserted', text(now), labels),
  ];
}

/** A number or label of what was inserted or deleted as a whole: marked, but silent beside the words that it labels. */
export function editedLabel(text: string, kind: EditKind | undefined): ElementContent {
  const label = { type: 'text' as const, value: text };
  return kind ? h(`${TAGS[kind]}.edit`, [label]) : label;
}

/**
 * What was inserted or deleted, as `ins` or `del`. Whole blocks have the class `flow`, for a bar in the margin.
 * (A name in ARIA is not for these roles, so the word for the edit is text, which is not seen.)
 */
export function editElement(
  kind: EditKind,
  content: readonly ElementContent[],
  labels: Labels,
  isFlow = false,
): Element {
  const unseen = (words: string) => h('span.unseen', words);
  return h(`${TAGS[kind]}.edit`, isFlow ? { className: ['flow'] } : {}, [
    unseen(`[${labels[kind]}: `),
    ...content,
    unseen(']'),
  ]);
}

const TAGS = { inserted: 'ins', deleted: 'del' } as const;
