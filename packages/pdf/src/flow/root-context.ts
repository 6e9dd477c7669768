import type { BlockContext } from './block-context.ts';
import { blocks } from './blocks.ts';
import { column } from './column.ts';
import type { Session } from './session.ts';

/** Opens a section's element, and returns the context in which the section's blocks start. */
export function rootContext(
  session: Session,
  kind: 'chapter' | 'page' | 'matter',
  id: string,
  title: string,
): BlockContext {
  const { geometry, theme, facts, structure } = session;
  return {
    session,
    column: column(),
    node: structure.open('Sect', -1, { title }),
    x: 0,
    width: geometry.measure,
    style: theme.body,
    leading: geometry.leading,
    language: facts.language,
    direction: facts.direction,
    gap: geometry.leading,
    level: kind === 'chapter' ? 3 : 2,
    owner: `${kind}-${id}`,
    notesBefore: 0,
    mentioned: new Set(),
    place: { kind, id, path: [], offset: 0 },
    nesting: 0,
    blocks,
  };
}
