import type { Handbook } from '@octavo/core';
import { composer } from '../compose/composer.ts';
import type { DisplayList, DisplayPage } from '../display/display-list.ts';
import { finishList } from '../flow/finish-list.ts';
import { moved } from '../flow/piece.ts';
import type { Session } from '../flow/session.ts';
import type { Stack } from '../flow/stack.ts';
import { ACCENT, MUTED } from '../page/theme.ts';
import { fitted, isolatedLines, page, setter } from './composed-page.ts';
import { imprintLines } from './imprint-lines.ts';
import { redlineLegend } from './redline-legend.ts';

/** Lays out the title page and, on its back, the imprint. */
export async function layOutTitlePages(
  session: Session,
  handbook: Handbook,
  stateHash: string | undefined,
): Promise<DisplayList> {
  session.at({ path: 'handbook.yaml', name: handbook.labels.titlePage });
  const { geometry, theme, structure } = session;
  const width = geometry.measure + geometry.hang;
  const title = structure.open('Sect', -1, { title: handbook.labels.titlePage });
  const set = setter(session, title, width * 0.92, geometry.rightToLeft ? width * 0.08 : 0);
  const body = theme.body.size;
  const lines = isolatedLines(handbook);
  const { imprintElement, layOut, titleElement } = await composer();
  const front = titleElement({
    height: geometry.depth,
    rightToLeft: geometry.rightToLeft,
    accent: ACCENT,
    title: set(lines.title, { ...theme.chapterTitle, size: fitted(lines.title, body * 3.4) }, 1.1, 'H1'),
    subtitle: set(lines.subtitle, { ...theme.body, italic: true, size: body * 1.3, color: MUTED }, 1.35),
    range: set(lines.range, { ...theme.label, size: body * 1.02 }, 1.4),
    people: set(lines.byline, { ...theme.body, size: body * 1.1 }, 1.4),
    edition: set(lines.edition, { ...theme.small, size: body }, 1.4),
    legend: redlineLegend(session, handbook, { ...theme.small, size: body }, title, width * 0.92).map(
      (line) => moved(line, geometry.rightToLeft ? width * 0.08 : 0, 0),
    ),
    publisher: set(lines.publisher, { ...theme.small, weight: 600, size: body }, 1.4),
  });
  const titlePart = await layOut(front, width, geometry.depth);
  const imprint = structure.open('Sect', -1, { title: handbook.labels.imprint });
  const paragraphs = imprintLines(session, handbook, stateHash, imprint, width * 0.8).map((lines) =>
    lines.map((line) => moved(line, geometry.rightToLeft ? width * 0.2 : 0, 0)),
  );
  const imprintPart = await layOut(
    imprintElement({ height: geometry.depth, paragraphs }),
    width,
    geometry.depth,
  );
  return finishList(session, [
    block('title-page', title, titlePart, geometry.full),
    block('imprint', imprint, imprintPart, geometry.full),
  ]);
}

function block(id: string, node: number, part: Stack | undefined, x: number): DisplayPage {
  const { items, links } = moved(part ?? { items: [], links: [] }, x, 0);
  return { ...page(id, node, items), links, frame: 'block' };
}
