import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { bookPath, indexHandbook, type LedgerPage, type LedgerRelease } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { redactHistory } from '@octavo/press/release';
import { cacheFolder } from '../../cache/handbook-cache.ts';
import { everyFile } from '../../disk/every-file.ts';
import { findFile } from '../../disk/published-tree.ts';
import type { DiskPlan } from '../../disk/redaction.ts';
import { ledgerPath } from '../../edition-files.ts';
import { goneId } from './gone-id.ts';
import { holds, type Needles } from './needles.ts';
import type { RedactedBook, RedactionFacts } from './redaction-facts.ts';
import { NOTICES, searchOutput } from './search-output.ts';

/** What a redaction does, and what it cannot do. */
export interface RedactionPlan {
  readonly disk: DiskPlan;
  /** The files of the handbook that change, by path; undefined for one that goes. */
  readonly changes: ReadonlyMap<string, string | undefined>;
  /** Feed pages that are not at hand, without which nothing can be sealed again. */
  readonly missing: readonly string[];
  /** Files that would still hold the words, by their whole paths. */
  readonly left: readonly string[];
  /** Files whose text cannot be searched. */
  readonly unread: readonly string[];
}

/** Plans a redaction: nothing is written. */
export async function redactionPlan(facts: RedactionFacts): Promise<RedactionPlan> {
  const { root, books, sources, needles } = facts;
  const plans = await Promise.all(books.map((book) => planOf(book, facts)));
  const changes = new Map<string, string | undefined>([
    ...sources,
    ...plans.flatMap(({ history }, at) =>
      [...history.files].map(([path, text]) => [ledgerPath(path, books[at]?.edition), text] as const),
    ),
  ]);
  const trees = plans.flatMap((plan) => plan.trees);
  const replaced = new Set(trees.map(({ folder }) => folder));
  const { left, unread } = searchSources(facts, changes);
  return {
    disk: {
      trees,
      files: [
        ...[...changes].map(([path, content]) => [join(root, ...path.split('/')), content ?? null] as const),
        ...plans.flatMap((plan) => plan.files),
      ],
      folders: [
        ...plans.flatMap(({ built }) => [...built.holding]).filter((folder) => !replaced.has(folder)),
        ...trees.flatMap(({ folder }) => [`${folder}.next`, `${folder}.previous`]),
        cacheFolder(root),
      ],
    },
    changes,
    missing: plans.flatMap(({ history }) => history.missing),
    left: [...left, ...plans.flatMap(({ built }) => built.left), ...leftIn(trees, needles)],
    unread,
  };
}

/** What becomes of the history of one book, and of what was built of it. */
async function planOf(book: RedactedBook, facts: RedactionFacts) {
  const { handbook, files, history, out, releases } = book;
  const { previous, subjects } = facts;
  const built = searchOutput(book, facts);
  const folderOf = ({ version }: Pick<LedgerRelease, 'version'>) =>
    releases.get(version) ?? join(out, versionSegment(version));
  // An edition does not tell the numbers that it leaves out.
  const shown = indexHandbook(handbook).entries.map(({ number }) => number);
  const what = facts.what.filter((one) => one === 'words' || shown.includes(one));
  const texts = new Map(
    history.ledger.map((release) => {
      const path = `releases/${versionSegment(release.version)}.text.jsonl`;
      const file = files.find((one) => one.path === path);
      return [
        release.version,
        Buffer.from(file?.value ?? '')
          .toString()
          .replaceAll('\r\n', '\n'),
      ] as const;
    }),
  );
  const redacted = await redactHistory({
    ...facts,
    ...(what.length > 0 ? { what } : {}),
    handbook,
    ledger: history.ledger,
    notices: history.notices,
    numbers: subjects.numbers,
    texts,
    idOf: goneId,
    page: async (page: LedgerPage, release) => {
      const folder = folderOf(release);
      const folders = [
        folder,
        join(dirname(folder), 'latest'),
        ...(previous === undefined ? [] : [previous]),
      ];
      const bytes = await findFile(bookPath(handbook, page.path), page.sha256, folders);
      return bytes && Buffer.from(bytes).toString();
    },
    filesOf: (release) => built.hashes.get(folderOf(release)) ?? [],
  });
  const notices = [...new Set([...releases.values()].map(dirname))].map((folder) => join(folder, NOTICES));
  return {
    built,
    history: redacted,
    trees: [...redacted.trees].map(([version, contents]) => ({
      folder: folderOf({ version }),
      files: [...contents],
    })),
    files: [
      ...built.runs.map((path) => [path, null] as const),
      ...notices
        .filter(existsSync)
        .map((path) => [path, `${JSON.stringify(redacted.notices, null, 2)}\n`] as const),
    ],
  };
}

/** Searches the folder of the handbook as it would be. */
function searchSources(
  { root, books, needles }: RedactionFacts,
  changes: ReadonlyMap<string, string | undefined>,
): { readonly left: readonly string[]; readonly unread: readonly string[] } {
  const left: string[] = [];
  const unread: string[] = [];
  const without = new Set([...books.map(({ out }) => out), cacheFolder(root)]);
  for (const [whole, bytes] of everyFile(root, without)) {
    const path = relative(root, whole).split(sep).join('/');
    if (changes.has(path)) continue;
    if (path.endsWith('.pdf')) unread.push(whole);
    else if (holds(path, bytes, needles)) left.push(whole);
  }
  for (const [path, content] of changes)
    if (content !== undefined && holds(path, Buffer.from(content), needles))
      left.push(join(root, ...path.split('/')));
  return { left, unread };
}

/** Files of the notices that would hold the words still. */
function leftIn(trees: DiskPlan['trees'], needles: Needles): readonly string[] {
  return trees.flatMap(({ folder, files }) =>
    files
      .filter(([path, content]) => holds(path, Buffer.from(content), needles))
      .map(([path]) => join(folder, path)),
  );
}
