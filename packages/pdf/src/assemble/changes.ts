import { type Handbook, type Segment, toText } from '@octavo/core';
import { type SaidChange, type SaidChanges, sayText } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { addIn, type BlockContext, childPlace, inlineContext, setIn } from '../flow/block-context.ts';
import { finishList } from '../flow/finish-list.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { referenceTo, sayPhrasing } from '../flow/say.ts';
import { openSection, sectionPages } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import { hanging, inMargin } from '../page/geometry.ts';
import { MUTED } from '../page/theme.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';

const HYPHENATED = { hyphenate: true };

/**
 * Lays out "Changes in this edition", or the corrigenda of all editions: each changed entry with its page, the editor's
 * note and the changed words.
 */
export function layOutChanges(
  session: Session,
  handbook: Handbook,
  section: 'changes' | 'errata',
  { opening, marked, telling, corrections }: SaidChanges,
): DisplayList {
  const { geometry, structure, theme } = session;
  const { labels } = handbook;
  session.at({ path: 'handbook.yaml', name: labels[section] });
  const context = openSection(session, 'matter', section, labels[section]);
  const { column, node } = context;
  const questions = questionsOf(handbook);
  for (const line of opening)
    paragraph([{ kind: 'same', text: sayText(line) }], structure.open('P', node), context);
  if (marked) paragraph(legend(labels), structure.open('P', node), context);
  items(telling, structure.open('L', node, { numbering: 'Ordered' }), context);
  if (corrections.length > 0) {
    const heading = plainRuns(session, labels.corrections, theme.question, structure.open('H2', node));
    column.space(context.leading * 2, 1);
    addIn(context, setIn(context, heading, HYPHENATED), {
      // A page that begins with this heading begins with the first correction.
      place: childPlace(context.place, telling.length),
      keep: true,
    });
    const list = structure.open('L', node, { numbering: 'Ordered' });
    items(corrections, list, context);
  }
  return finishList(session, sectionPages(context));

  function items(some: readonly SaidChange[], list: number, within: BlockContext) {
    for (const change of some) {
      const item = structure.open('LI', list);
      const bold = { ...theme.number, size: theme.body.size };
      // Only a number fits into the margin column.
      const label =
        change.about.subject !== 'entry'
          ? []
          : plainRuns(session, `${change.label} `, bold, structure.open('Lbl', item));
      const body = structure.open('LBody', item);
      const place = childPlace(within.place, change.place);
      const first = column.pieces.length;
      column.space(within.leading, 1);
      const head = headRuns(change, questions, within, body);
      const number = hanging(setIn(within, label, { ...HYPHENATED, width: geometry.hang + 20 }), geometry);
      const lines = setIn(within, number ? head : [...label, ...head], HYPHENATED);
      const keep = change.passages.length > 0;
      addIn(within, lines, { place, onePlace: true, together: true, keep });
      if (number) column.beside(first, number, inMargin(geometry, number.width) - number.left);
      for (const { segments } of change.passages)
        paragraph(segments, structure.open('P', body), { ...within, place });
    }
  }
}

function questionsOf({ chapters }: Handbook): ReadonlyMap<string, string> {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return new Map(entries.map(({ number, question }) => [number, toText(question)]));
}

/** Returns the question with its page, what became of it, and the editor's note. */
function headRuns(
  { about, entry, label, words, word, sentences }: SaidChange,
  questions: ReadonlyMap<string, string>,
  context: BlockContext,
  node: number,
): TextRun[] {
  const { session } = context;
  const { theme } = session;
  const own = { ...context, mentioned: new Set<string>() };
  const plain = (text: string, style: TextStyle = theme.body) => plainRuns(session, text, style, node);
  const reference = entry && {
    ...referenceTo(entry, questions.get(entry) ?? words),
    automatic: true as const,
  };
  const thing = about.subject !== 'entry';
  return [
    ...(thing ? plain(`${label}: `) : []),
    ...(reference
      ? inlineRuns(session, [reference], inlineContext(own, node))
      : plain(words || label, thing ? { ...theme.body, weight: 600 } : theme.body)),
    ...plain(` ${word}.`, { ...theme.small, weight: 600 }),
    ...sentences.flatMap(({ name, say }) => {
      const style = name === 'moved' || name === 'replaced' ? theme.body : { ...theme.body, italic: true };
      const phrase = sayPhrasing(say, (number) => questions.get(number));
      return [...plain(' ', style), ...inlineRuns(session, phrase, inlineContext(own, node, style))];
    }),
  ];
}

/** Says what the marks mean: a plus and a line below, a minus and a line through. Brackets are for those who listen. */
function legend(labels: Handbook['labels']): readonly Segment[] {
  return [
    { kind: 'inserted', text: labels.inserted },
    { kind: 'same', text: '\u2003' },
    { kind: 'deleted', text: labels.deleted },
  ];
}

function paragraph(segments: readonly Segment[], node: number, context: BlockContext): void {
  const { session } = context;
  const style = { ...session.theme.note, features: ['lnum'] };
  const content = session.structure.content(node);
  const { language } = session.facts;
  const run = (text: string, look: Partial<TextStyle>): TextRun => ({
    text,
    style: { ...style, ...look },
    content,
    language,
  });
  const runs = segments.flatMap(({ kind, text }) => {
    if (kind === 'same') return [run(text, {})];
    const look = kind === 'inserted' ? { underline: true } : { strike: true, color: MUTED };
    return [run(kind === 'inserted' ? '[+' : '[\u2212', {}), run(text, look), run(']', {})];
  });
  addIn(context, setIn(context, runs, HYPHENATED), {});
}
