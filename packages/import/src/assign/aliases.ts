import type { Placed } from '../model/arrangement.ts';
import { githubAnchor, isAlias } from './slugs.ts';

/** Old numbers and anchors that must go on resolving, each given to one entry. */
export function aliasGiver(numbers: ReadonlyMap<Placed, string>, ids: readonly string[]) {
  const own = [...numbers.values()].flatMap((number) => [number, number.replace(/\W+$/u, '')]);
  const taken = new Set([...own, ...ids].map((name) => name.toLowerCase()));
  return (
    placed: Placed,
    id: string,
    chapter: string,
    old: string | undefined,
    many: boolean,
  ): readonly string[] => {
    const { anchors, headings, headed } = placed.found;
    // The anchor that a heading has by itself, where the source is shown as a page.
    const heading =
      headings.find((text, at) => at > 0 && text.endsWith(headings[0] ?? '')) ?? headings[0] ?? '';
    const shown = headed && /^(?:markdown|rst)$/.test(placed.document.kind) ? [githubAnchor(heading)] : [];
    const wanted = [
      ...anchors,
      ...shown,
      ...(old === undefined ? [] : [many ? `${chapter}-${old}` : `old-${old}`]),
    ];
    return [...new Set(wanted)].filter((alias) => {
      if (alias === id || !isAlias(alias) || taken.has(alias.toLowerCase())) return false;
      taken.add(alias.toLowerCase());
      return true;
    });
  };
}
