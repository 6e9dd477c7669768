import type { Entry } from '@octavo/core';
import type { ElementContent } from 'hast';
import { explained } from '../explain/explain.ts';
import type { Site } from '../site.ts';
import { withAnchors } from './paragraphs.ts';

/** An answer as both pages show it that an entry stands on: with explained words, and anchors of its paragraphs. */
export function answer(site: Site, entry: Entry): ElementContent[] {
  return withAnchors(entry, explained(site, entry), site.paths, site.handbook.labels);
}
