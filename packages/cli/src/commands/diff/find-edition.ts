import { resolve } from 'node:path';
import type { EditionText, Handbook } from '@octavo/core';
import { editionText } from '@octavo/core/ledger';
import { schemaFault } from '@octavo/press/documents';
import { type History, releasedEdition } from '@octavo/press/history';
import { folderKind, readBookTree } from '../../disk/read-tree.ts';
import { misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { toldHistory } from '../../release/told-history.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { requireEdition } from '../../require-edition.ts';
import { tellRetracted } from '../../tell-retracted.ts';

/** An edition to compare, and the handbook whose language and labels the comparison uses. */
export interface FoundEdition {
  readonly edition: EditionText;
  readonly handbook: Handbook;
}

/**
 * Finds editions by what a user calls them: a version in the ledger of the handbook at `path`, a folder that
 * was built (by its handbook.json), or a folder of sources.
 */
export function editionFinder(
  path: string,
  edition: string | undefined,
  io: Io,
): (name: string) => Promise<FoundEdition> {
  let own: ReturnType<typeof sources> | undefined;
  return async (name) => {
    const folder = resolve(io.cwd, name);
    const isFolder = name.includes('/') || name.includes('\\') || name === '.' || name === '..';
    if (!isFolder && (await folderKind(resolve(io.cwd, path))) === 'handbook') {
      own ??= sources(path, edition, io);
      const book = await own;
      const release = book.history.ledger.find(({ version }) => version === name);
      if (release) {
        tellRetracted(name, book.history.notices, io);
        return { edition: releasedEdition(release, book.history.words), handbook: book.handbook };
      }
    }
    const kind = await folderKind(folder);
    if (kind === 'built') return built(name, io);
    if (kind === 'handbook') {
      const found = await sources(name, edition, io);
      return { edition: editionText(found.handbook), handbook: found.handbook };
    }
    requireEdition((await own)?.editions ?? [], edition, `diff ${name} …`);
    const versions = (await own)?.history.ledger.map(({ version }) => version) ?? [];
    misuse(
      `there is no edition "${name}"`,
      versions.length > 0
        ? `Released are ${versions.join(', ')}; a folder is found by its handbook.json or handbook.yaml.`
        : 'Give a folder with a handbook.json or a handbook.yaml, or a released version with the path of its handbook.',
    );
  };
}

async function built(name: string, io: Io): Promise<FoundEdition> {
  const tree = await readBookTree(name, io.cwd);
  const text = new TextDecoder().decode(await tree.read(`${tree.folder}handbook.json`));
  let handbook: Handbook;
  try {
    handbook = JSON.parse(text) as Handbook;
  } catch {
    misuse(`"${name}" holds a handbook.json that is not JSON`);
  }
  const fault = schemaFault('handbook-document', handbook);
  if (fault !== undefined) misuse(`"${name}" holds a handbook.json that is none: ${fault}`);
  return { edition: editionText(handbook), handbook };
}

async function sources(
  path: string,
  edition: string | undefined,
  io: Io,
): Promise<{
  readonly handbook: Handbook;
  readonly history: History;
  readonly editions: readonly string[];
}> {
  const options = { drafts: false, lenient: false, edition, 'no-color': false };
  const loaded = await loadSound(path, options, io);
  const history = await toldHistory(loaded);
  const { handbook, editions } = loaded;
  return history ? { handbook, history, editions } : endWithErrors(loaded, options, io);
}
