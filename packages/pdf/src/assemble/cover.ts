import type { Handbook } from '@octavo/core';
import { composer } from '../compose/composer.ts';
import type { DisplayList } from '../display/display-list.ts';
import { finishList } from '../flow/finish-list.ts';
import { moved } from '../flow/piece.ts';
import type { Session } from '../flow/session.ts';
import { sizedPicture } from '../flow/sized-picture.ts';
import { ACCENT } from '../page/theme.ts';
import { fitted, isolatedLines, page, setter } from './composed-page.ts';

const WHITE = '#ffffff';

const PALE = '#d5e0e6';

/** Lays out the cover: the handbook's own image if it has one, or its title on the accent color. */
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
      // A picture that has nearly the shape of the page fills it; any other is shown whole.
      const nearly = Math.max(wide, high) / Math.min(wide, high) < 1.1;
      const scale = nearly ? Math.max(wide, high) : Math.min(wide, high);
      const content = structure.content(
        structure.open('Figure', node, { alt: cover.alternative, placement: 'Block' }),
      );
      const drawn = picture.draw(picture.width * scale, content);
      const x = (full.width - drawn.width) / 2 - geometry.bleed;
      const y = (full.height - drawn.height) / 2 - geometry.bleed;
      return finishList(session, [page('cover', node, [{ ...drawn, x, y }])]);
    }
  }
  const width = geometry.width * 0.74;
  const set = setter(session, node, width);
  const body = theme.body.size;
  const lines = isolatedLines(handbook);
  const title = set(
    lines.title,
    { ...theme.chapterTitle, size: fitted(lines.title, body * 4.6), color: WHITE },
    1.08,
  );
  const subtitle = set(lines.subtitle, { ...theme.body, size: body * 1.42, color: PALE }, 1.35);
  const range = set(lines.range, { ...theme.label, size: body * 1.15, color: WHITE }, 1.3);
  const edition = set(
    [lines.edition, lines.publisher].filter(Boolean).join(' · '),
    { ...theme.small, size: body * 1.05, color: PALE, features: ['lnum'] },
    1.3,
  );
  const { layOut, coverElement } = await composer();
  const part = await layOut(
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
  return finishList(session, [
    page('cover', node, part ? moved(part, -geometry.bleed, -geometry.bleed).items : []),
  ]);
}
