import { type EditKind, type Emphasis, type Phrasing, type Strong, toText } from '@octavo/core';
import {
  against,
  directionWithin,
  entryAnchor,
  headingAnchor,
  inOwnDirection,
  numberParts,
} from '@octavo/core/say';
import { isolated } from '../bidi.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import { edited } from './edits.ts';
import { type InlineContext, type InlineSet, leave, linked, push, pushPage, within } from './inline-set.ts';
import { insetFormula, insetPicture } from './insets.ts';
import { placeStyle, sayBook } from './outer-book.ts';
import { onlyPictures, says } from './phrasing-facts.ts';
import type { Session } from './session.ts';

export type { InlineContext };

type InlineHandlers = {
  readonly [Type in Phrasing['type']]: (
    node: Extract<Phrasing, { readonly type: Type }>,
    context: InlineContext,
    set: InlineSet,
  ) => void;
};

/** The anchor of a footnote; `owner` is its entry's or page's own anchor. */
export function noteAnchor(owner: string | undefined, index: number): string {
  return `${owner ?? ''}-fn-${index}`;
}

/** Turns phrasing into runs, growing the structure as it goes. `start`: the offset in the block's text. */
export function inlineRuns(
  session: Session,
  nodes: readonly Phrasing[],
  context: InlineContext,
  start = 0,
): TextRun[] {
  const set: InlineSet = { session, runs: [], source: start, content: undefined };
  const { room, edit } = context;
  const own = room ? { ...context, room: { ...room, alone: onlyPictures(nodes) } } : context;
  if (edit && nodes.length > 0)
    edited(edit, { ...own, edit: undefined }, set, (inner) => phrase(nodes, inner, set));
  else phrase(nodes, own, set);
  return set.runs;
}

/** Returns the runs of a text of ours that was inserted or deleted. */
export function editRuns(
  session: Session,
  kind: EditKind,
  text: string,
  context: InlineContext,
  isSilent = false,
): TextRun[] {
  const set: InlineSet = { session, runs: [], source: 0, content: undefined };
  edited(kind, context, set, (inner) => say(text, inner, set), isSilent);
  return set.runs.map(({ source: _, ...run }) => run);
}

/** Runs of a text of ours that has no source. */
export function plainRuns(
  session: Session,
  text: string,
  style: TextStyle,
  node: number,
  language?: string,
): TextRun[] {
  const content = node < 0 ? -1 : session.structure.content(node);
  const own = against(text, session.facts.direction) ? isolated(text) : text;
  return [{ text: own, style, content, language: language ?? session.facts.language }];
}

function phrase(nodes: readonly Phrasing[], context: InlineContext, set: InlineSet): void {
  for (const node of nodes) {
    const handle = INLINE[node.type] as (node: Phrasing, context: InlineContext, set: InlineSet) => void;
    handle(node, context, set);
  }
}

const INLINE: InlineHandlers = {
  text: (node, context, set) => say(node.value, context, set),
  break(_, context, set) {
    push(set, context, { text: '\n' });
    set.source += 1;
  },
  emphasis: (node, context, set) =>
    stressed('Em', node, restyled(context, { italic: !context.style.italic }), set),
  strong: (node, context, set) => stressed('Strong', node, restyled(context, { weight: 600 }), set),
  delete: (node, context, set) => phrase(node.children, restyled(context, { strike: true }), set),
  editText: ({ kind, children }, context, set) =>
    edited(kind, context, set, (inner) => phrase(children, inner, set)),
  inlineCode(node, context, set) {
    const style: TextStyle = {
      ...context.style,
      role: 'code',
      features: [],
      size: context.style.size * 0.86,
    };
    const inner = within(set, context, 'Code', {});
    // The spaces in code are the author's.
    const value = node.value.replace(/ (?= )|^ | $/g, '\u00a0');
    push(set, { ...inner, style }, { text: value, source: set.source });
    set.source += value.length;
    leave(set);
  },
  link(node, context, set) {
    // What was deleted leads nowhere, and is no first mention.
    if (context.edit === 'deleted') return phrase(node.children, context, set);
    const contents = node.title ?? toText(node.children);
    const link = linked(set, context, { kind: 'url', url: node.url }, contents, (inner) =>
      phrase(node.children, inner, set),
    );
    sayBook(node, { ...context, link }, set);
  },
  crossReference(node, context, set) {
    const { labels, direction } = set.session.facts;
    const words = inOwnDirection(node.children, direction);
    if (context.edit === 'deleted') return phrase(words, context, set);
    const anchor = entryAnchor(node.number);
    const said = toText(node.children);
    const name = node.fragment === undefined ? anchor : headingAnchor(node.number, node.fragment);
    const link = linked(set, context, { kind: 'anchor', name }, said, (inner) => phrase(words, inner, set));
    const mentioned = context.mentioned;
    const isOwnPart = node.fragment !== undefined && context.owner === anchor;
    const key = node.fragment === undefined ? node.number : name;
    if (!mentioned || isOwnPart || mentioned.has(key)) return;
    mentioned.add(key);
    const style = placeStyle(context.style);
    // Within brackets, the number of a formula has no brackets of its own.
    const cited = node.numbered?.replace(/^[([](.*)[)\]]$/, '$1') ?? node.number + (node.clause ?? '');
    const named = node.automatic || says(said, cited) ? '' : `${cited}, `;
    const digits = set.session.digitsOf(node.number);
    // The words that say where a link leads belong to what a reader clicks.
    pushPage(set, { ...context, style, link }, name, named, labels, digits);
  },
  image(node, context, set) {
    const inset = insetPicture(set.session, node, context.style.size, context);
    if (!inset) return say(node.alt, context, set);
    const inner = within(set, context, 'Figure', { alt: node.alt });
    push(set, inner, { text: '\ufffc', inset: inset(inner.node) });
    leave(set);
    set.source += node.alt.length;
  },
  footnoteReference(node, context, set) {
    const { structure, notes, facts } = set.session;
    const { style } = context;
    const name = noteAnchor(context.owner, node.index);
    const number = `${(context.notesBefore ?? 0) + node.index}`;
    const mark: TextStyle = {
      ...style,
      role: 'sans',
      italic: false,
      weight: 400,
      size: style.size * 0.66,
      rise: style.rise + style.size * 0.36,
      features: ['lnum'],
    };
    const inner = {
      ...context,
      style: mark,
      node: structure.open('Reference', context.node, { cites: name }),
    };
    // "1 2" are two notes, while "12" would be one. The gap is nobody's words, so it is an artifact.
    if (set.mark === set.runs.length) push(set, inner, { text: '\u00a0', content: -1 });
    linked(set, inner, { kind: 'anchor', name }, `${facts.labels.note} ${number}`, (link) =>
      push(set, link, { text: `\u2060${number}`, note: name }),
    );
    set.mark = set.runs.length;
    // The note is read where it is cited, wherever on the page it stands.
    const isEdited = context.edit && set.session.editedNotes.get(name) === context.edit;
    const parent = isEdited ? context.node : (context.around ?? context.node);
    if (!notes.has(name)) notes.set(name, structure.open('Note', parent, { id: name }));
    set.content = undefined;
  },
  inlineMath(node, context, set) {
    const formula = insetFormula(set.session, node, context);
    const inner = within(set, context, formula ? 'Formula' : 'Code', formula ? { alt: node.value } : {});
    if (formula) push(set, inner, { text: '\ufffc', inset: formula(inner.node) });
    else
      push(set, restyled(inner, { role: 'code', features: [], size: context.style.size * 0.86 }), {
        text: node.value,
        source: set.source,
      });
    leave(set);
    set.source += node.value.length;
  },
  span(node, context, set) {
    const { lang } = node;
    const inner = lang ? { ...within(set, context, 'Span', { lang }), language: lang } : context;
    const dir = directionWithin(node, set.session.facts.direction);
    if (dir) push(set, inner, { text: dir === 'ltr' ? '\u2066' : '\u2067' });
    phrase(node.children, dir ? { ...inner, direction: dir } : inner, set);
    if (dir) push(set, inner, { text: '\u2069' });
    if (lang) leave(set);
  },
  subscript: (node, context, set) => phrase(node.children, raised(context, -0.16), set),
  superscript: (node, context, set) => phrase(node.children, raised(context, 0.34), set),
  keyboard: (node, context, set) =>
    phrase(
      node.children,
      restyled(context, { role: 'sans', size: context.style.size * 0.84, tint: '#e9e6df', features: [] }),
      set,
    ),
  abbreviation(node, context, set) {
    const inner = within(set, context, 'Span', node.title ? { expansion: node.title } : {});
    phrase(node.children, inner, set);
    leave(set);
  },
};

/** Words that are stressed; PDF 1.7 has no element for them. */
function stressed(
  type: 'Em' | 'Strong',
  { children }: Emphasis | Strong,
  context: InlineContext,
  set: InlineSet,
): void {
  const isTagged = set.session.standard.version === '2.0';
  phrase(children, isTagged ? within(set, context, type, {}) : context, set);
  if (isTagged) leave(set);
}

function say(value: string, context: InlineContext, set: InlineSet): void {
  // A letter is always spelled in one way: to a font, a ligature of two characters and its one character are
  // the same glyph.
  const plain = value.normalize('NFC').replace(/[\ufb00-\ufb06]/g, (letter) => letter.normalize('NFKC'));
  const text = plain.replace(/[ \t\r\n]{2,}|[\t\r\n]/g, ' ');
  const start = set.source;
  for (const part of numberParts(text, set.session.facts.direction)) {
    if (part.isNumber) push(set, context, { text: '\u2066' });
    push(set, context, { text: part.text, source: set.source });
    if (part.isNumber) push(set, context, { text: '\u2069' });
    set.source += part.text.length;
  }
  set.source = start + value.length;
}

/** Smaller letters, so much of their size above the line. */
function raised(context: InlineContext, by: number): InlineContext {
  const { size, rise } = context.style;
  return restyled(context, { size: size * 0.7, rise: rise + size * by });
}

function restyled(context: InlineContext, change: Partial<TextStyle>): InlineContext {
  return { ...context, style: { ...context.style, ...change } };
}
