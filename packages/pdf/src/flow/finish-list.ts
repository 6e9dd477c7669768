import type { DisplayList, DisplayPage } from '../display/display-list.ts';
import type { Session } from './session.ts';

/** What a session has laid out, as a list. */
export function finishList(session: Session, pages: readonly DisplayPage[]): DisplayList {
  return {
    pages,
    structure: session.structure.nodes,
    glyphs: session.glyphs.texts,
    problems: session.problems,
  };
}
