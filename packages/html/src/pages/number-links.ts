import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { questionText } from '../entry/entry-text.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** "618, 623": numbers as links to their entries, the question told on hovering. */
export function numberLinks(site: Site, numbers: readonly string[]): ElementContent[] {
  return numbers.flatMap((number, place) => {
    const entry = site.index.entry.get(number);
    if (!entry) return [];
    const href = rooted(site.paths.entry(number));
    return [
      ...(place > 0 ? [{ type: 'text' as const, value: ', ' }] : []),
      h('a', { className: ['number'], href, title: questionText(entry) }, number),
    ];
  });
}
