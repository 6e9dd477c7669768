import { resolve } from 'node:path';
import type { EditionText, Handbook } from '@octavo/core';
import { editionText } from '@octavo/core/ledger';
import { schemaFault } from '@octavo/press/documents';
import { type History, readHistory, releasedEdition } from '@octavo/press/history';
import { usage } from '../../command-line/usage.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { folderKind, readBookTree } from '../../disk/read-tree.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadFolder } from '../../load.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';

/** An edition to compare, and the handbook whose language and labels the comparison uses. */
export interface FoundEdition {
  readonly edition: EditionText;
  readonly handbook: Handbook;
}

type OrFailure<Result> = Result | ExitCode | Failure;

/**
 * Finds editions by what a user calls them: a version in the ledger of the handbook at `path`, a folder that
 * was built (by its handbook.json), or a folder of sources.
 */
export function editionFinder(path: string, io: Io): (name: string) => Promise<OrFailure<FoundEdition>> {
  let own: Promise<OrFailure<{ readonly handbook: Handbook; readonly history: History }>> | undefined;
  return async (name) => {
    const folder = resolve(io.cwd, name);
    const isFolder = name.includes('/') || name.includes('\\') || name === '.' || name === '..';
    if (!isFolder && (await folderKind(resolve(io.cwd, path))) === 'handbook') {
      own ??= sources(path, io);
      const book = await own;
      if (typeof book !== 'object' || isFailure(book)) return book;
      const release = book.history.ledger.find(({ version }) => version === name);
      if (release) return { edition: releasedEdition(release, book.history.words), handbook: book.handbook };
    }
    const kind = await folderKind(folder);
    if (kind === 'built') return built(name, io);
    if (kind === 'handbook') {
      const found = await sources(name, io);
      if (typeof found !== 'object' || isFailure(found)) return found;
      return { edition: editionText(found.handbook), handbook: found.handbook };
    }
    return nothing(name, await own);
  };
}

async function built(name: string, io: Io): Promise<FoundEdition | Failure> {
  const tree = await readBookTree(name, io.cwd);
  if (isFailure(tree)) return tree;
  const text = new TextDecoder().decode(await tree.read(`${tree.folder}handbook.json`));
  try {
    const handbook = JSON.parse(text) as Handbook;
    const fault = schemaFault('handbook-document', handbook);
    if (fault === undefined) return { edition: editionText(handbook), handbook };
    return usage(`"${name}" holds a handbook.json that is none: ${fault}`);
  } catch {
    return usage(`"${name}" holds a handbook.json that is not JSON`);
  }
}

async function sources(
  path: string,
  io: Io,
): Promise<OrFailure<{ readonly handbook: Handbook; readonly history: History }>> {
  const loaded = await loadFolder(path, { drafts: false, lenient: false }, io);
  if (isFailure(loaded)) return loaded;
  const history = await readHistory(loaded.files);
  if (loaded.handbook && history) return { handbook: loaded.handbook, history };
  const reporting = { reporter: 'pretty', 'fail-on': 'error', quiet: true, 'no-color': false } as const;
  reportDiagnostics(diagnosticsOf(loaded.files, loaded.prefix), reporting, io);
  return EXIT.content;
}

function nothing(name: string, own: OrFailure<{ readonly history: History }> | undefined): Failure {
  const versions =
    typeof own === 'object' && !isFailure(own) ? own.history.ledger.map(({ version }) => version) : [];
  return usage(
    `there is no edition "${name}"`,
    versions.length > 0
      ? `Released are ${versions.join(', ')}; a folder is found by its handbook.json or handbook.yaml.`
      : 'Give a folder with a handbook.json or a handbook.yaml, or a released version with the path of its handbook.',
  );
}
