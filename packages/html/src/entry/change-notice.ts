import type { Change, Entry } from '@octavo/core';
import { passagesToHast } from '@octavo/core/hast';
import { isStandIn, sayChanges, sayLabel, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/** What this edition changed in an entry, folded: "Changed in 2026.2", and below it the words that differ. */
export function changeNotice(site: Site, entry: Entry): Element[] {
  const { handbook } = site;
  const { edition, labels } = handbook;
  const own = changeOf(site, entry);
  if (!own || isStandIn('version', edition)) return [];
  const { telling, corrections } = sayChanges([own], handbook, undefined);
  const said = telling[0] ?? corrections[0];
  if (!said) return [];
  const line = sayHast(
    site,
    sayLabel(labels.changeIn, { change: words(said.word), version: words(edition.version) }),
  );
  const facts = said.sentences.filter(({ name }) => name !== 'replaced').map(({ say }) => sayHast(site, say));
  if (facts.length === 0 && said.passages.length === 0) return [h('p.changed-in', line)];
  return [
    h('details.changed-in', [
      h('summary', line),
      ...facts.map((fact) => h('p', fact)),
      said.passages.length > 0 ? h('div.passages', [...passagesToHast(said.passages, handbook)]) : undefined,
    ]),
  ];
}

/** What happened to an entry since the last release. */
export function changeOf({ changes }: Site, { number }: Entry): Change | undefined {
  return changes.find((change) => change.subject === 'entry' && change.number === number);
}
