import { type Handbook, type LedgerRelease, loadHandbook, schemaTools } from '@octavo/core';
import { editionAsOf, linesOf, versionSegment } from '@octavo/core/ledger';
import { earlierHandbook, type History, historyAsOf } from '@octavo/press/history';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { BuildOptions } from '../../commands.generated.ts';
import { type CommitFiles, filesAt } from '../../disk/commit-files.ts';
import { EXIT, fail, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import type { LoadedFolder } from '../../load.ts';
import { tellRetracted } from '../../tell-retracted.ts';

/** A released edition that is built again, and where it comes from. */
export interface ReleasedBook {
  readonly release: LedgerRelease;
  readonly loaded: LoadedFolder;
  readonly handbook: Handbook;
  /** What its release knew, with its own record. */
  readonly history: History;
  /** Its sources, where git has them. */
  readonly sources: CommitFiles | undefined;
  /** Where it comes from and what it lacks, in whole sentences. */
  readonly said: readonly string[];
}

interface Now {
  readonly loaded: LoadedFolder;
  readonly handbook: Handbook;
  readonly history: History;
}

type Options = Pick<BuildOptions, 'as-of' | 'redline' | 'drafts' | 'edition' | 'lenient'>;

/**
 * Finds the edition that `--as-of` names, by its version or by a day. Its sources are those of its tag, or of the commit
 * that its record names; where git has neither, the ledger's words are put together. The command ends where no edition is
 * meant, and where the ledger has lost words of it.
 */
export async function releasedBook(name: string, now: Now, options: Options, io: Io): Promise<ReleasedBook> {
  if (options.drafts)
    misuse(
      '--as-of and --drafts ask for different things',
      'A released edition has no drafts: leave one out.',
    );
  const release = releaseOf(name, now);
  refuseLater(options.redline, release, now.history);
  const retracted = tellRetracted(release.version, now.history.notices, io);
  const history = historyAsOf(release, now.history, { own: true });
  const found = whyNotFromGit(release, retracted) ?? (await fromGit(release, now, options));
  if (typeof found === 'object') return { release, history, ...found };
  const { handbook, lost, pictures } = earlierHandbook(now.handbook, release, now.history.words);
  if (lost.length > 0)
    fail(
      EXIT.content,
      `release ${release.version} kept no words of ${lost.join(', ')}, so it cannot be built from the ledger`,
      `Bring the commit of the release here (${tagOf(release, now).said}), or take the release from its zip.`,
    );
  const { loaded } = now;
  // The sources of now are not those of the edition: only pictures, themes and fonts are taken from them.
  const shown = loaded.shown.filter(({ path }) => !/\.(?:md|ya?ml)$/.test(path));
  const said = [
    `${release.version} comes from the words that the ledger keeps: ${found}.`,
    'Title, settings, labels and pictures are those of now, and topics, related entries and the index are not kept.',
    ...(pictures.length > 0
      ? [`Their alternative text stands for pictures that are gone: ${pictures.join(', ')}.`]
      : []),
  ];
  return { release, history, loaded: { ...loaded, files: [], shown }, handbook, sources: undefined, said };
}

/** A day means the newest edition of that day; anything else is a version. */
function releaseOf(name: string, { handbook, history: { ledger } }: Now): LedgerRelease {
  const versions = ledger.map(({ version }) => version);
  const [first] = linesOf(handbook.edition, ledger).line;
  if (!first)
    misuse(
      `"${handbook.id}" has no release, so there is nothing as of "${name}"`,
      'Build without --as-of; octavo release makes the first release.',
    );
  const known = ledger.find(({ version }) => version === name);
  if (known) return known;
  if (!/^\d{4}-\d\d-\d\d$/.test(name))
    misuse(
      `there is no release "${name}"${didYouMean(name, versions)}`,
      `Released are ${versions.join(', ')}; a day, such as ${first.date.slice(0, 10)}, means the newest release of that day.`,
    );
  requireDay('as-of', name);
  return (
    editionAsOf(linesOf(handbook.edition, ledger).line, name) ??
    misuse(
      `nothing was released by ${name}`,
      `The first release is ${first.version} of ${first.date.slice(0, 10)}.`,
    )
  );
}

/** Changes are marked since an edition that the other one knew. */
function refuseLater(since: string | undefined, release: LedgerRelease, history: History): void {
  const { version } = release;
  if (since === version)
    misuse(`--as-of and --redline both mean ${version}`, 'Give an earlier release to --redline.');
  const { ledger } = historyAsOf(release, history, { own: true });
  if (ledger.some((one) => one.version === since)) return;
  if (history.ledger.some((one) => one.version === since))
    misuse(
      `${since} does not come before ${version}, so no change of ${version} can be marked since then`,
      `Give --redline a release that ${version} followed, or exchange the two.`,
    );
}

/** An edition whose files were taken back must not come back from git. */
function whyNotFromGit(
  { redacted }: LedgerRelease,
  retracted: { readonly files: string } | undefined,
): string | undefined {
  if (redacted) return 'something was redacted in it since, which its commit still says';
  return retracted?.files === 'notice' ? 'a notice stands in place of its files' : undefined;
}

/** The tag that publishing sets on the commit of a release. */
function tagOf({ version }: LedgerRelease, { handbook: { id } }: Now) {
  const tag = `${id}/${versionSegment(version)}`;
  return { revision: `refs/tags/${tag}`, said: `the tag ${tag}` };
}

/** Reads the edition from the first commit that has it without errors, or says why there is none. */
async function fromGit(
  release: LedgerRelease,
  now: Now,
  { edition, lenient }: Options,
): Promise<Pick<ReleasedBook, 'loaded' | 'handbook' | 'sources' | 'said'> | string> {
  const { root, prefix, files: own } = now.loaded;
  const { commit } = release.seal;
  const recorded = commit && { revision: commit, said: `commit ${commit.slice(0, 12)}` };
  const ledger = own.filter(({ path }) => path.startsWith('releases/'));
  const tag = tagOf(release, now);
  let why = `git has neither ${tag.said} nor the commit that its record names`;
  for (const { revision, said } of [tag, ...(recorded ? [recorded] : [])]) {
    const sources = await filesAt(root, revision);
    if (!sources) continue;
    const files = [...sources.files, ...ledger];
    const tools = await schemaTools(files);
    const loaded = loadHandbook(files, { drafts: false, lenient, edition, tools });
    const { handbook } = loaded;
    if (handbook?.edition.version === release.version)
      return {
        loaded: { ...loaded, root, prefix },
        handbook,
        sources,
        said: [`${release.version} comes from the sources of ${said}.`],
      };
    why = handbook
      ? `the sources of ${said} are those of edition ${handbook.edition.version}`
      : `the sources of ${said} have errors for this Octavo`;
  }
  return why;
}
