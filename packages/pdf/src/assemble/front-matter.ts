import { fillLabel, type Handbook } from '@octavo/core';
import { coverElement } from '../compose/cover.tsx';
import { imprintElement } from '../compose/imprint.tsx';
import { type ComposedPart, layOut } from '../compose/lay-out.tsx';
import { titleElement } from '../compose/title-page.tsx';
import type { DisplayList, DisplayPage, StructureType } from '../display/display-list.ts';
import { plainRuns } from '../flow/inline.ts';
import { sizedPicture } from '../flow/insets.ts';
import type { Session } from '../flow/session.ts';
import { ACCENT, MUTED } from '../page/theme.ts';
import { type SetLine, setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';
import { imprintLines } from './imprint-lines.ts';
import { finishList } from './lists.ts';

const WHITE = '#ffffff';
const PALE = '#d5e0e6';

/** "Questions 601 to 700 of 1000", when the book is a volume of a work. */
export function rangeOf(handbook: Handbook): string {
  const { volume, labels } = handbook;
  if (!volume) return '';
  const given = { first: volume.first, last: volume.last, of: `${volume.of ?? ''}` };
  return volume.of === undefined ? fillLabel(labels.range, given) : fillLabel(labels.rangeOf, given);
}

/** The cover: the handbook's own image if it has one, else its title on the accent. */
export async function layOutCover(session: Session, handbook: Handbook): Promise<DisplayList> {
  session.at({ path: 'handbook.yaml', name: handbook.labels.cover });
  const { geometry, theme, structure } = session;
  const node = structure.open('Sect', -1, { title: handbook.labels.cover });
  const cover = handbook.cover;
  const full = { width: geometry.width + 2 * geometry.bleed, height: geometry.height + 2 * geometry.bleed };
  if (cover) {
    const picture = sizedPicture(session, { type: 'image', url: cover.image, alt: cover.alternative });
    if (picture) {
      const [wide, high] = [full.width / picture.width, full.height / picture.height];
      // A picture of nearly the page's shape fills it; another is shown whole.
      const nearly = Math.max(wide, high) / Math.min(wide, high) < 1.1;
      const scale = nearly ? Math.max(wide, high) : Math.min(wide, high);
      const content = structure.content(
        structure.open('Figure', node, { alt: cover.alternative, placement: 'Block' }),
      );
      const drawn = picture.draw(picture.width * scale, content);
      const x = (full.width - drawn.width) / 2 - geometry.bleed;
      const y = (full.height - drawn.height) / 2 - geometry.bleed;
      return finishList(session, [page('cover', [{ ...drawn, x, y }])]);
    }
  }
  const width = geometry.width * 0.74;
  const set = setter(session, node, width);
  const body = theme.body.size;
  const title = set(
    handbook.title,
    { ...theme.chapterTitle, size: fitted(handbook.title, body * 4.6), color: WHITE },
    1.08,
  );
  const subtitle = set(handbook.subtitle ?? '', { ...theme.body, size: body * 1.42, color: PALE }, 1.35);
  const range = set(rangeOf(handbook), { ...theme.label, size: body * 1.15, color: WHITE }, 1.3);
  const edition = set(
    [`${handbook.labels.edition} ${handbook.edition.version}`, handbook.publisher?.name]
      .filter(Boolean)
      .join(' · '),
    { ...theme.small, size: body * 1.05, color: PALE, features: ['lnum'] },
    1.3,
  );
  const [part] = await layOut(
    coverElement({
      ...geometry,
      width: geometry.width + 2,
      height: geometry.height + 2,
      title,
      subtitle,
      range,
      edition,
      background: ACCENT,
    }),
    full.width + 2,
    full.height + 2,
  );
  return finishList(session, [page('cover', shifted(part, -geometry.bleed))]);
}

/** The title page and, on its back, the imprint. */
export async function layOutTitlePages(session: Session, handbook: Handbook): Promise<DisplayList> {
  session.at({ path: 'handbook.yaml', name: handbook.labels.titlePage });
  const { geometry, theme, structure } = session;
  const width = geometry.measure + geometry.hang;
  const title = structure.open('Sect', -1, { title: handbook.labels.titlePage });
  const set = setter(session, title, width * 0.92);
  const body = theme.body.size;
  const people = handbook.contributors.map((person) => person.name).join(', ');
  const front = titleElement({
    height: geometry.depth,
    rightToLeft: geometry.rightToLeft,
    accent: ACCENT,
    title: set(
      handbook.title,
      { ...theme.chapterTitle, size: fitted(handbook.title, body * 3.4) },
      1.1,
      'H1',
    ),
    subtitle: set(
      handbook.subtitle ?? '',
      { ...theme.body, italic: true, size: body * 1.3, color: MUTED },
      1.35,
    ),
    range: set(rangeOf(handbook), { ...theme.label, size: body * 1.02 }, 1.4),
    people: set(people, { ...theme.body, size: body * 1.1 }, 1.4),
    edition: set(
      `${handbook.labels.edition} ${handbook.edition.version}`,
      { ...theme.small, size: body },
      1.4,
    ),
    publisher: set(handbook.publisher?.name ?? '', { ...theme.small, weight: 600, size: body }, 1.4),
  });
  const [titlePart] = await layOut(front, width, geometry.depth);
  const back = structure.open('Sect', -1, { title: handbook.labels.imprint });
  const lines = imprintLines(session, handbook, back, width * 0.8);
  const [imprintPart] = await layOut(
    imprintElement({ height: geometry.depth, paragraphs: lines }),
    width,
    geometry.depth,
  );
  return finishList(session, [
    block('title-page', titlePart, geometry.full),
    block('imprint', imprintPart, geometry.full),
  ]);
}

type Set = (text: string, style: TextStyle, leading: number, type?: StructureType) => readonly SetLine[];

function setter(session: Session, node: number, width: number): Set {
  const { direction } = session.facts;
  return (text, style, leading, type = 'P') =>
    text === ''
      ? []
      : setText(session, plainRuns(session, text, style, session.structure.open(type, node)), {
          width,
          leading: style.size * leading,
          align: direction === 'rtl' ? 'right' : 'left',
          direction,
          hyphenate: false,
        });
}

/** A long title is set smaller. */
function fitted(title: string, size: number): number {
  return size * Math.min(1, Math.max(0.45, 34 / title.length));
}

function shifted(part: ComposedPart | undefined, by: number): DisplayPage['items'] {
  return (part?.items ?? []).map((item) => ({ ...item, x: item.x + by, y: item.y + by }));
}

function page(id: string, items: DisplayPage['items']): DisplayPage {
  const place = { kind: 'matter', id, path: [], offset: 0 } as const;
  return { frame: 'page', items, links: [], anchors: [{ name: id, y: 0 }], place, opening: true };
}

function block(id: string, part: ComposedPart | undefined, x: number): DisplayPage {
  const items = (part?.items ?? []).map((item) => ({ ...item, x: item.x + x }));
  const links = (part?.links ?? []).map((link) => ({ ...link, x: link.x + x }));
  return { ...page(id, items), links, frame: 'block' };
}
