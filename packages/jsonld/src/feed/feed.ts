import type { Handbook, OutputFile, ReleaseContent } from '@octavo/core';
import { editionProblem, releaseRecord } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import { irisOf } from '../iris.ts';
import { message } from '../message.ts';
import type { State } from '../state.ts';
import { feedIndex } from './feed-index.ts';
import { feedPages } from './feed-pages.ts';

export interface Feed {
  readonly files: readonly OutputFile[];
  readonly messages: readonly VFileMessage[];
  readonly record?: ReleaseContent;
}

/**
 * Makes the feed as this edition's release leaves it: the index and the newly sealed pages. Pages of earlier
 * releases are listed from the ledger and are not made again. An edition that cannot be the next release adds
 * no page; that its changes wait is reported.
 */
export function feed(handbook: Handbook, state: State, ledger: readonly ReleaseContent[]): Feed {
  const iris = irisOf(handbook);
  const waiting = (reason: string, rule: string, severity: 'warning' | 'info'): Feed => ({
    files: [feedIndex(ledger, iris)],
    messages: [message(rule, { reason, severity })],
  });
  const drafts = handbook.chapters
    .flatMap((chapter) => chapter.entries)
    .filter((entry) => entry.status === 'draft');
  if (drafts.length > 0) {
    return waiting(
      `The feed leaves this edition out: ${drafts.length} of its entries are drafts`,
      'feed-without-drafts',
      'info',
    );
  }
  const problem = editionProblem(handbook.edition, ledger);
  const { changes } = state.revisions;
  if (problem !== undefined) {
    const left = `The feed leaves ${changes.length} changes out until a later edition: ${problem}`;
    return changes.length === 0
      ? { files: [feedIndex(ledger, iris)], messages: [] }
      : waiting(left, 'edition-later', 'warning');
  }
  const { files, pages } = feedPages(handbook, state);
  const record = releaseRecord(handbook, state, pages, ledger);
  return { files: [feedIndex([...ledger, record], iris), ...files], messages: [], record };
}
