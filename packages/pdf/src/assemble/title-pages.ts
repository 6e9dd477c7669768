import type { Handbook } from '@octavo/core';
import type { DisplayList, DisplayPage } from '../display/display-list.ts';
import { finishList } from '../flow/finish-list.ts';
import { moved } from '../flow/piece.ts';
import type { Session } from '../flow/session.ts';
import { apart, type Stack, shortRule, space, spaced, stack } from '../flow/stack.ts';
import { ACCENT, MUTED } from '../page/theme.ts';
import { fitted, isolatedLines, page, setter } from './composed-page.ts';
import { imprintLines } from './imprint-lines.ts';

/** Lays out the title page and, on its back, the imprint. */
export function layOutTitlePages(session: Session, handbook: Handbook): DisplayList {
  session.at({ path: 'handbook.yaml', name: handbook.labels.titlePage });
  const { geometry, theme, structure } = session;
  const width = geometry.measure + geometry.hang;
  const title = structure.open('Sect', -1, { title: handbook.labels.titlePage });
  const { depth, rightToLeft, full } = geometry;
  const set = setter(session, title, width * 0.92, rightToLeft ? width * 0.08 : 0);
  const body = theme.body.size;
  const lines = isolatedLines(handbook);
  const rule = { width: 36, height: 2.5, fill: ACCENT, gap: 18 };
  // The title stands high on the page, and the publisher at its foot.
  const head = stack([
    space(depth * 0.2),
    spaced(set(lines.title, { ...theme.chapterTitle, size: fitted(lines.title, body * 3.4) }, 1.1, 'H1'), 14),
    spaced(set(lines.subtitle, { ...theme.body, italic: true, size: body * 1.3, color: MUTED }, 1.35), 22),
    shortRule(rule, width, rightToLeft),
    spaced(set(lines.range, { ...theme.label, size: body * 1.02 }, 1.4), 18),
    spaced(set(lines.byline, { ...theme.body, size: body * 1.1 }, 1.4)),
  ]);
  const edition = set(lines.edition, { ...theme.small, size: body }, 1.4);
  const publisher = set(lines.publisher, { ...theme.small, weight: 600, size: body }, 1.4);
  const front = apart(head, stack([spaced(publisher, 3), spaced(edition)]), depth);
  const imprint = structure.open('Sect', -1, { title: handbook.labels.imprint });
  const paragraphs = imprintLines(session, handbook, imprint, width * 0.8).map((lines) =>
    spaced(
      lines.map((line) => moved(line, rightToLeft ? width * 0.2 : 0, 0)),
      5,
    ),
  );
  const back = apart(space(0), stack(paragraphs), depth);
  return finishList(session, [
    block('title-page', title, front, full),
    block('imprint', imprint, back, full),
  ]);
}

function block(id: string, node: number, part: Stack, x: number): DisplayPage {
  const { items, links } = moved(part, x, 0);
  return { ...page(id, node, items), links, frame: 'block' };
}
