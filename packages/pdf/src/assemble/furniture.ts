import type { Labels } from '@octavo/core';
import { entriesRange } from '@octavo/core/say';
import type { NumberedPage, Section } from '../display/bound-book.ts';
import type { Item } from '../display/display-list.ts';
import type { PageHead } from '../display/packed-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { moved } from '../flow/piece.ts';
import type { Session } from '../flow/session.ts';
import { MUTED, WARNING } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';

/**
 * Makes a page's running head and its page number. On left-hand pages the head is the section's title, and on
 * right-hand pages it names the page's entries; in the glossary and the index both also have the first and the last
 * term. The page number stands outside. A section's first page has its number at the foot and no head. Every page of a
 * preview has its mark at the foot.
 */
export function furniture(
  session: Session,
  labels: Labels,
  section: Section,
  page: PageHead,
  { label, side }: NumberedPage,
  mark: string | undefined,
): readonly Item[] {
  const line = mark === undefined ? [] : previewLine(session, mark, page);
  return [...headAndFolio(session, labels, section, page, label, side), ...line];
}

/** Sets the mark of a preview at the foot of a page, and, on a cover, a ground below it. */
function previewLine(session: Session, mark: string, page: PageHead): readonly Item[] {
  const { geometry, theme } = session;
  const style: TextStyle = { ...theme.small, weight: 700, color: WARNING };
  const isWhole = page.frame === 'page';
  const [line] = setText(session, plainRuns(session, mark, style, -1), {
    width: geometry.measure + geometry.hang,
    leading: style.size,
    align: 'center',
    direction: session.facts.direction,
  });
  const left = isWhole ? (geometry.width - geometry.measure - geometry.hang) / 2 : geometry.full;
  const y = (isWhole ? geometry.top : 0) + geometry.depth + geometry.leading * 2.9;
  const items = line ? moved(line, left, y).items : [];
  const ground: Item = {
    kind: 'box',
    x: left,
    y: y - style.size * 0.3,
    width: geometry.measure + geometry.hang,
    height: style.size * 1.7,
    fill: '#ffffff',
  };
  return isWhole ? [ground, ...items] : items;
}

function headAndFolio(
  session: Session,
  labels: Labels,
  section: Section,
  page: PageHead,
  label: string,
  side: 'recto' | 'verso',
): readonly Item[] {
  if (page.frame === 'page' || section.matter === 'cover') return [];
  const { geometry, theme } = session;
  const style: TextStyle = {
    ...theme.small,
    size: theme.small.size * 0.95,
    color: MUTED,
    features: ['lnum', 'tnum'],
  };
  const folio: TextStyle = { ...style, weight: 600 };
  const left = geometry.full;
  const right = left + geometry.measure + geometry.hang;
  const put = (
    text: string,
    own: TextStyle,
    align: 'left' | 'right',
    y: number,
    inset = 0,
  ): readonly Item[] => {
    const width = right - left - inset;
    const [line] = setText(session, plainRuns(session, shortened(text, width / own.size), own, -1), {
      width,
      leading: own.size,
      align,
      direction: session.facts.direction,
    });
    const x = align === 'left' ? left + inset : left;
    return line ? moved(line, x, y).items : [];
  };
  const head = -geometry.leading * 2.3;
  const outside = (side === 'recto') === geometry.rightToLeft ? 'left' : 'right';
  const beside = (text: string): readonly Item[] =>
    outside === 'left'
      ? put(text, style, 'left', head, FOLIO)
      : put(text, style, 'right', head).map((item) => ({ ...item, x: item.x - FOLIO }));
  if (page.opening) {
    if (page.place.id === 'title-page' || page.place.id === 'imprint') return [];
    return put(label, folio, outside, geometry.depth + geometry.leading * 1.6);
  }
  const [first, last] = page.entries ?? [];
  // In an index and a glossary, a reader leafs for a term.
  const guide =
    section.matter === 'back' && first !== undefined ? [...new Set([first, last])].join(' – ') : '';
  if (side === 'verso')
    return [
      ...put(label, folio, outside, head),
      ...beside([section.title, guide].filter(Boolean).join(' · ')),
    ];
  const range =
    guide ||
    (first === undefined || last === undefined
      ? section.title
      : entriesRange(labels, [{ number: first }, { number: last }]));
  return [...put(label, folio, outside, head), ...beside(range)];
}

const FOLIO = 32;

/** Cuts off the end of what cannot fit one line. */
function shortened(text: string, ems: number): string {
  const most = Math.floor(ems * 1.9);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
