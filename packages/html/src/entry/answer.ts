import type { Entry } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { explained } from '../explain/explain.ts';
import type { Site } from '../site.ts';
import { withFormerAnchors } from './former-anchors.ts';
import { oldAnchors } from './heading.ts';
import { withAnchors } from './paragraphs.ts';

/** An answer as both pages show it that an entry stands on: with explained words, and anchors of its paragraphs. */
export function answer(site: Site, entry: Entry): ElementContent[] {
  const parts = withAnchors(entry, explained(site, entry), site.paths, site.handbook.labels);
  const old = new Set(oldAnchors(site, entry));
  const former = entry.aliases.map(entryAnchor).filter((anchor) => old.has(anchor));
  return withFormerAnchors(parts, entryAnchor(entry.number), former);
}
