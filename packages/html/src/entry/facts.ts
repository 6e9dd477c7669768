import { type Fact, sayFact } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/**
 * What is known about an answer besides its words: `more`, and then its facts, each on a line; nothing when
 * there are none.
 */
export function factsElement(site: Site, facts: readonly Fact[], more: readonly Element[] = []): Element[] {
  const lines = [...more, ...facts.map((fact) => h('p', sayHast(site, sayFact(fact))))];
  return lines.length > 0 ? [h('div', { className: ['facts'] }, lines)] : [];
}
