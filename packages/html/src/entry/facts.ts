import { badgesToHast, fieldsToHast } from '@octavo/core/hast';
import { type EntryPart, type Fact, sayFact } from '@octavo/core/say';
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
  return lines.length > 0 ? [h('div.facts', lines)] : [];
}

/** What kind of entry it is, and the publisher's own fields above the answer. */
export function ownFieldsElement(
  site: Site,
  part: Extract<EntryPart, { kind: 'badges' | 'fields' }>,
): Element {
  const say = (sentence: Parameters<typeof sayHast>[1]) => sayHast(site, sentence);
  return part.kind === 'badges' ? badgesToHast(part.type, part.badges, say) : fieldsToHast(part.facts, say);
}
