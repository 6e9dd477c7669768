import { type Handbook, type Ledger, makeMessage, type SourceMap } from '@octavo/core';
import { editionOrder, versionSegment } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { PublishedRelease, Repository } from './evidence.ts';

/** Evidence outside the ledger that something was released. */
export interface Evidence {
  readonly repository: Repository | undefined;
  /** Published trees of this handbook, by the name that a user knows each by. */
  readonly trees: ReadonlyMap<string, PublishedRelease>;
}

interface Witness {
  readonly version: string;
  readonly said: string;
  readonly sums?: string;
}

/**
 * A new release follows what is published. Reports an error (`release-follows`) for each release that a tag
 * or a published tree has and the ledger does not, or records differently. A lost ledger is therefore not
 * taken for a first edition, and a hotfix of an old edition knows what came after that. A release that the
 * ledger already has is not checked.
 */
export function checkPublished(
  { id, edition }: Pick<Handbook, 'id' | 'edition'>,
  ledger: Ledger,
  { repository, trees }: Evidence,
): readonly VFileMessage[] {
  if (ledger.some(({ version }) => version === edition.version)) return [];
  const own = versionSegment(edition.version);
  const known = new Map(ledger.map((release) => [versionSegment(release.version), release]));
  const witnesses: Witness[] = [];
  for (const [version, tag] of repository?.tags.released ?? [])
    witnesses.push({ version, said: `the tag ${tag} has release ${version}` });
  // A tag that only looks like a release counts when there is no ledger at all.
  if (ledger.length === 0)
    for (const tag of repository?.tags.names ?? [])
      if (tag.startsWith(`${id}/`))
        witnesses.push({ version: tag.slice(id.length + 1), said: `the tag ${tag} is that of a release` });
  for (const [name, tree] of trees) witnesses.push({ ...tree, said: `${name} has release ${tree.version}` });
  const told = new Set<string>();
  return witnesses.flatMap(({ version, said, sums }) => {
    const segment = versionSegment(version);
    const record = known.get(segment);
    if (segment === own || told.has(segment)) return [];
    // What is published may be as it was before a redaction, which the next release is to replace.
    const sealed = record && [
      record.seal.sums,
      ...(record.redacted ?? []).map((redaction) => redaction.sums),
    ];
    if (sealed && (sums === undefined || sealed.includes(sums))) return [];
    told.add(segment);
    const at = { path: 'handbook.yaml' };
    if (record)
      return [
        makeMessage('release-follows', {
          at,
          reason: `${said}, and it is another one than the ledger has under that version`,
          note: 'Find out which of the two was published, and restore its record and its folder.',
        }),
      ];
    const last = ledger.at(-1);
    return [
      makeMessage('release-follows', {
        at,
        reason: last
          ? `${said}, and the ledger, which ends with ${last.version}, does not know it`
          : `${said}, and there is no ledger: this would pass for a first edition`,
        note: last
          ? `Merge the branch that released ${version}. For a hotfix of ${last.version}, bring the ledger here (such as "git checkout ${version} -- releases", with the newest tag or branch) and set edition.previous to "${last.version}". If ${version} was never published, remove its folder and its tag.`
          : `Bring the folder releases back from version control. If ${version} was never published, remove its folder and its tag.`,
      }),
    ];
  });
}

/** The edition that the editor names in `edition.previous` must be in the ledger. */
export function checkPrevious(
  { edition }: Pick<Handbook, 'edition'>,
  before: Ledger,
  places: SourceMap,
): readonly VFileMessage[] {
  const last = editionOrder(before).at(-1)?.version;
  const { previous } = edition;
  if (previous === undefined || before.some(({ version }) => version === previous)) return [];
  const reason =
    last === undefined
      ? `this edition follows ${previous}, and there is no ledger: releases/${versionSegment(previous)}.json is missing`
      : `this edition follows ${previous}, and the ledger, whose newest edition is ${last}, does not have it`;
  const note =
    last === undefined
      ? 'Bring the folder releases back from version control; in a first edition, remove edition.previous.'
      : `Set edition.previous to "${last}", or merge the branch that released ${previous}.`;
  return [
    makeMessage('release-follows', {
      place: places.locate('handbook.yaml', ['edition', 'previous']),
      reason,
      note,
    }),
  ];
}
