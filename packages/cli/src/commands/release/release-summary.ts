import { dirname, join, relative } from 'node:path';
import type { Handbook } from '@octavo/core';
import type { PressFormat, WrittenFile } from '@octavo/press';
import type { Standing } from '@octavo/press/release';
import { summary } from '../../pressing/summary.ts';

interface ReleaseOutcome {
  readonly formats: readonly PressFormat[];
  /** The name of the release's folder. */
  readonly name: string;
  readonly folder: string;
  /** The handbook's folder. */
  readonly root: string;
  readonly standing: Standing;
  /** The release that `latest` leads to. */
  readonly latest: string | undefined;
  readonly lacksLinks: boolean;
  /** From the handbook's folder. */
  readonly recorded: readonly string[];
  readonly milliseconds: number;
  readonly base: string;
}

/** Says what was released and what to do next, for people. */
export function releaseSummary(
  handbook: Handbook,
  files: readonly WrittenFile[],
  facts: ReleaseOutcome,
): string {
  const { folder, name, root, standing, latest, recorded, milliseconds, base } = facts;
  const shown = relative(base, folder) || '.';
  const ledger = recorded.map((path) => relative(base, join(root, path)));
  const after =
    latest === name
      ? ''
      : facts.lacksLinks
        ? `latest is not moved, since no link can be made in ${relative(base, dirname(folder)) || '.'}: publish ${shown}\n`
        : latest === undefined
          ? 'latest leads to none of these\n'
          : `latest stays with ${latest}${standing.kind === 'new' ? ', which came later' : ''}\n`;
  const commit = `${after}${recorded.length === 0 ? '' : `commit the ledger: ${ledger.join(' ')}\n`}`;
  const title = `${handbook.title} ${handbook.edition.version}`;
  switch (standing.kind) {
    case 'identical':
      return recorded.length === 0
        ? `${title} is already released, identical: ${shown}\n${commit}`
        : `${title}: its release is finished now: ${shown}\n${commit}`;
    case 'restored':
      return `${title} is already released, identical; put back in place: ${shown}\n${commit}`;
    case 'new':
    case 'other':
      return `${summary(handbook, facts.formats, folder, files, milliseconds, base)}released ${title}${latest === name ? `; latest leads to ${name}` : ''}\n${commit}`;
  }
}
