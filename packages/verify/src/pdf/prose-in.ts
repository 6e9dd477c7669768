import { PAINTED } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { type StructChild, type StructElement, shown } from './pdf-structure.ts';

/**
 * Returns the prose that a section holds: of a prose page everything below its title; of a chapter its introduction,
 * which stands between what opens the chapter (the range of its questions, its summary) and the first entry.
 * Undefined when its title is neither a page's nor that of a chapter with an introduction.
 */
export function proseIn(
  { children }: StructElement,
  { handbook, front, intros, back }: ExpectedBook,
): { readonly id: string; readonly body: readonly StructChild[] } | undefined {
  const at = children.findIndex((child) => child.kind === 'element' && child.type === 'H1');
  const heading = children[at];
  if (heading?.kind !== 'element') return undefined;
  const title = PAINTED.text(shown(heading));
  const isIt = ({ page }: ExpectedBook['front'][number]): boolean => PAINTED.text(page.title) === title;
  const page = [...front, ...back].find(isIt)?.page;
  if (page) return { id: page.id, body: children.filter((child) => child !== heading) };
  const intro = intros.find(isIt)?.page;
  if (!intro) return undefined;
  const opening = handbook.chapters.find(({ id }) => id === intro.id)?.summary === undefined ? 1 : 2;
  const below = children.slice(at + 1 + opening);
  const entry = below.findIndex((child) => child.kind === 'element' && child.type === 'Sect');
  return { id: intro.id, body: entry < 0 ? below : below.slice(0, entry) };
}
