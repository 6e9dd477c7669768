import type { DisplayPage } from '../display/display-list.ts';
import type { StructureType } from '../display/structure-node.ts';
import { plainRuns } from '../flow/inline.ts';
import type { Session } from '../flow/session.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';

type Set = (text: string, style: TextStyle, leading: number, type?: StructureType) => readonly SetLine[];

/** Sets lines of text that belong below a node, `width` points wide; no text, no lines. */
export function setter(session: Session, node: number, width: number): Set {
  const { direction } = session.facts;
  return (text, style, leading, type = 'P') =>
    text === ''
      ? []
      : setText(session, plainRuns(session, text, style, session.structure.open(type, node)), {
          width,
          leading: style.size * leading,
          direction,
        });
}

/** A long title is set smaller. */
export function fitted(title: string, size: number): number {
  return size * Math.min(1, Math.max(0.45, 34 / title.length));
}

/** A page of its own in the front matter, named by `id`. */
export function page(id: string, items: DisplayPage['items']): DisplayPage {
  const place = { kind: 'matter', id, path: [], offset: 0 } as const;
  return { frame: 'page', items, links: [], anchors: [{ name: id, y: 0 }], place, opening: true };
}
