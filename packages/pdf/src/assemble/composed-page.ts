import type { Handbook } from '@octavo/core';
import { type TitleLines, titleLines } from '@octavo/core/say';
import { isolated } from '../bidi.ts';
import type { DisplayPage } from '../display/display-list.ts';
import type { StructureType } from '../display/roles.ts';
import { plainRuns } from '../flow/inline.ts';
import { moved } from '../flow/piece.ts';
import { matterAnchor } from '../flow/section.ts';
import type { Session } from '../flow/session.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';

type Set = (text: string, style: TextStyle, leading: number, type?: StructureType) => readonly SetLine[];

/** Returns what sets lines of text below an element, `width` points wide from `x` on. An empty text has no lines. */
export function setter(session: Session, node: number, width: number, x = 0): Set {
  const { direction } = session.facts;
  return (text, style, leading, type = 'P') =>
    text === ''
      ? []
      : setText(session, plainRuns(session, text, style, session.structure.open(type, node)), {
          width,
          leading: style.size * leading,
          direction,
        }).map((line) => moved(line, x, 0));
}

/** Returns the lines of a cover or title page, where names and the version keep their order in either direction. */
export function isolatedLines(handbook: Handbook): TitleLines {
  const lines = titleLines(handbook);
  const { version } = handbook.edition;
  return {
    ...lines,
    byline: handbook.contributors.map(({ name }) => isolated(name)).join(', '),
    edition: lines.edition.replace(version, () => isolated(version)),
    publisher: isolated(lines.publisher),
  };
}

/** Returns a smaller size for a long title. */
export function fitted(title: string, size: number): number {
  return size * Math.min(1, Math.max(0.45, 34 / title.length));
}

/** Makes a page of its own in the front matter. `id` is what it is called, and `node` its element. */
export function page(id: string, node: number, items: DisplayPage['items']): DisplayPage {
  const place = { kind: 'matter', id, path: [], offset: 0 } as const;
  return {
    frame: 'page',
    items,
    links: [],
    anchors: [{ name: matterAnchor(id), y: 0, node }],
    place,
    opening: true,
  };
}
