import type { Direction, EditKind, Labels } from '@octavo/core';
import type { LinkTarget } from '../display/display-list.ts';
import { ACCENT } from '../page/theme.ts';
import { slotFace } from '../text/slot-face.ts';
import type { RunLink, RunSlot, TextRun, TextStyle } from '../text/text-run.ts';
import type { Session } from './session.ts';

/** This tells how much room a picture has, and whether only pictures stand there. */
export interface PictureRoom {
  readonly width: number;
  readonly alone: boolean;
}

/** What is true of the text around a phrasing node. */
export interface InlineContext {
  readonly style: TextStyle;
  /** The structure element the text belongs to. */
  readonly node: number;
  readonly language: string;
  /** The direction of the block, where it is not the book's. */
  readonly direction?: Direction;
  /** This is the width of the column where it is not the page's; nothing in a line is wider. */
  readonly width?: number;
  readonly link?: RunLink;
  /**
   * These are the numbers and parts that the entry has mentioned already: only the first mention prints its
   * page.
   */
  readonly mentioned?: Set<string>;
  /** Names the notes' anchors, `q618`. */
  readonly owner?: string;
  /** How many notes of the chapter stand before the owner's. */
  readonly notesBefore?: number;
  /** The room of pictures. */
  readonly room?: PictureRoom;
  /** The text was inserted or deleted. */
  readonly edit?: EditKind | undefined;
  /** The element around an edit, which holds the notes that the edit cites: they are told apart by themselves. */
  readonly around?: number;
}

/** Runs in the making. */
export interface InlineSet {
  readonly session: Session;
  readonly runs: TextRun[];
  /** Length of the block's own text so far. */
  source: number;
  /** How many runs there were after the last note mark. */
  mark?: number;
  /** This is the open stretch of content; it goes on as long as the element stays the same. */
  content: { readonly node: number; readonly id: number } | undefined;
}

/** Opens an element inside the present one; `leave` ends the content that stands in it. */
export function within(
  set: InlineSet,
  context: InlineContext,
  type: 'Code' | 'Span' | 'Em' | 'Strong' | 'Figure' | 'Formula' | 'Link',
  properties: { alt?: string; lang?: string; expansion?: string },
): InlineContext {
  set.content = undefined;
  return { ...context, node: set.session.structure.open(type, context.node, properties) };
}

/** Ends the content that stands in an element. */
export function leave(set: InlineSet): void {
  set.content = undefined;
}

/** Lets `fill` push runs inside a Link to a target. */
export function linked(
  set: InlineSet,
  context: InlineContext,
  target: LinkTarget,
  contents: string,
  fill: (inner: InlineContext) => void,
): RunLink {
  const inner = within(set, context, 'Link', {});
  const color = context.style.color === '#ffffff' ? context.style.color : ACCENT;
  const link = { node: inner.node, target, contents };
  fill({ ...inner, style: { ...context.style, color }, link });
  leave(set);
  return link;
}

/**
 * Returns what stands before and behind the place of a link: brackets, or a comma where brackets are open
 * already.
 */
export function placeMarks({ runs }: InlineSet): { readonly before: string; readonly behind: string } {
  let depth = 0;
  for (const { text, slot } of runs)
    for (const [mark] of `${text}${slot?.prefix ?? ''}${slot?.suffix ?? ''}`.matchAll(/[()（）]/g))
      depth = Math.max(0, depth + (/[(（]/.test(mark) ? 1 : -1));
  return depth > 0 ? { before: ', ', behind: '' } : { before: ' (', behind: ')' };
}

/**
 * Adds " (618, p. 12)", or ", 618, p. 12" within brackets. A line may end before its "p."; that and the
 * number are one slot where a single font can set both.
 */
export function pushPage(
  set: InlineSet,
  context: InlineContext,
  anchor: string,
  named: string,
  { pageReference }: Labels,
  digits: number,
): void {
  const { before, behind } = placeMarks(set);
  const [prefix = '', label = ''] = pageReference.split('{page}');
  const suffix = `${label}${behind}`;
  const stack = set.session.fonts.stack(context.style, context.language);
  // A slot is filled from left to right, whatever the direction of the words around it.
  const isLtr = set.session.facts.direction === 'ltr';
  const whole = isLtr && slotFace(stack, { prefix, suffix })?.covers(prefix + suffix) === true;
  push(set, context, { text: whole ? `${before}${named}` : `${before}${named}${prefix}` });
  const own = whole ? { prefix, suffix } : {};
  push(set, context, slotRun(set.session, context, { anchor, ...own }, digits));
  if (!whole && suffix !== '') push(set, context, { text: suffix });
}

/**
 * Makes a run that leaves room for a page number of so many digits. To bidi and line breaking it is one
 * character.
 */
export function slotRun(
  session: Session,
  context: Pick<InlineContext, 'style' | 'language'>,
  slot: Omit<RunSlot, 'width'>,
  digits: number,
): Pick<TextRun, 'text' | 'slot'> {
  const face = slotFace(session.fonts.stack(context.style, context.language), slot);
  const widest = `${slot.prefix ?? ''}${'0'.repeat(digits)}${slot.suffix ?? ''}`;
  const width = (face?.width(widest, context.style.features) ?? 0) * context.style.size;
  return { text: '\ufffc', slot: { ...slot, width } };
}

/** Spells a letter that no font has with its accents apart, where a font has those. */
function spelt(text: string, { fonts }: Session, { style, language }: InlineContext): string {
  if (!/[\u00c0-\uffff]/.test(text)) return text;
  const stack = fonts.stack(style, language);
  const has = (letter: string): boolean => stack.some((face) => face.has(letter.codePointAt(0) ?? 0));
  return text.replace(/\p{L}/gu, (letter) => {
    if (letter < '\u00c0' || has(letter)) return letter;
    const [base = '', ...marks] = letter.normalize('NFD');
    // As many marks as possible stay in the letter itself, since the font's own design is the better one.
    for (let kept = marks.length - 1; kept >= 0; kept--) {
      const apart = (base + marks.slice(0, kept).join('')).normalize('NFC') + marks.slice(kept).join('');
      if ([...apart].every(has)) return apart;
    }
    return letter;
  });
}

/** Adds a run, in the open stretch of content or, where the element has changed, a new one. */
export function push(
  set: InlineSet,
  context: InlineContext,
  run: Pick<TextRun, 'text'> & Partial<TextRun>,
): void {
  if (set.content?.node !== context.node) {
    set.content = { node: context.node, id: set.session.structure.content(context.node) };
  }
  set.runs.push({
    style: context.style,
    content: set.content.id,
    language: context.language,
    ...(context.link ? { link: context.link } : {}),
    ...run,
    text: spelt(run.text, set.session, context),
  });
}
