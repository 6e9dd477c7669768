import type { Handbook } from '@octavo/core';
import {
  addEdition,
  type BesideEdition,
  besideEdition,
  editionOrder,
  editionText,
  linesOf,
  NO_HISTORIES,
} from '@octavo/core/ledger';
import type { History } from '../history/history.ts';
import { releasedEdition } from '../history/released-edition.ts';
import { besideEditions } from '../history/with-history.ts';
import { type EditionList, editionList, listEditions } from './edition-list.ts';
import { withBeside } from './with-beside.ts';

/**
 * Lists the editions of all lines, the newest edition last and each hotfix behind the one that it follows. The list
 * of a hotfix is that of the newest edition, with the hotfix.
 */
export function allEditions(handbook: Handbook, history: History, isRelease: boolean): EditionList {
  const { edition } = handbook;
  const { ledger, words } = history;
  const { line, isNewest } = linesOf(edition, ledger);
  if (isNewest) {
    const others = besideEditions(edition, editionText(handbook), history);
    return withBeside(editionList(handbook, history, isRelease), others);
  }
  const version = editionOrder(ledger).at(-1)?.version ?? '';
  const releases = linesOf({ version }, ledger).line;
  const made = releases.map((release) => releasedEdition(release, words)).reduce(addEdition, NO_HISTORIES);
  const { last } = made;
  const base = line.at(-1);
  if (!last || !base) return { editions: [], lineages: [] };
  const known = besideEditions({ version }, last, history);
  const isListed = !isRelease || known.some((one) => one.edition.version === edition.version);
  const own = (): BesideEdition => besideEdition(releasedEdition(base, words), editionText(handbook), last);
  return withBeside(listEditions(releases, made), isListed ? known : [...known, own()]);
}
