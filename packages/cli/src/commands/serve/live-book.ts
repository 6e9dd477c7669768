import type { Sibling } from '@octavo/core';
import { asPreview, asPrinted, createMemory, loadHandbook, schemaTools } from '@octavo/core';
import { compile } from '@octavo/html';
import { assetsOf } from '@octavo/press';
import { changesSince, type History, withHistory } from '@octavo/press/history';
import { checkHistory } from '@octavo/press/release';
import type { VFile } from 'vfile';
import { type Diagnostic, diagnosticsOf } from '../../diagnostics.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { editionFiles } from '../../edition-files.ts';
import type { LoadOptions } from '../../load.ts';
import { toldHistory } from '../../release/told-history.ts';
import { type LiveSite, liveSite } from './live-site.ts';

/** The result of a rebuild. */
export interface Rebuilt {
  /** The new site; undefined when there are errors. */
  readonly site: LiveSite | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A handbook that is read again whenever it changes. */
export interface LiveBook {
  /**
   * Reads what has changed (paths from the handbook's folder; undefined means everything) and compiles it.
   * Only one call may run at a time. Fails when the folder no longer exists.
   */
  readonly rebuild: (
    changed: ReadonlySet<string> | undefined,
    siblings: readonly Sibling[],
  ) => Promise<Rebuilt>;
}

/** Opens the handbook in a folder; `prefix` is put before the paths of messages. */
export function liveBook(root: string, prefix: string, { drafts, lenient, edition }: LoadOptions): LiveBook {
  const memory = createMemory();
  let held: ReadonlyMap<string, VFile> = new Map();
  let history: KeptHistory | undefined;
  return {
    async rebuild(changed, siblings) {
      const kept = changed
        ? new Map([...held].filter(([path]) => !changed.has(path)))
        : new Map<string, VFile>();
      const all = await readSteadily(root, kept);
      held = new Map(all.map((file) => [file.path, file]));
      const files = editionFiles(all, edition);
      const loaded = loadHandbook(files, {
        drafts,
        lenient,
        edition,
        memory,
        tools: await schemaTools(files, memory),
      });
      const { handbook, places, left } = loaded;
      const known = left.size === 0 ? sameLedger(files, history) : undefined;
      history = known ?? { files: ledgerFiles(files), read: await toldHistory(loaded) };
      const broken = handbook && history.read ? checkHistory(handbook, history.read, places) : [];
      if (!handbook || !history.read || broken.length > 0)
        return { site: undefined, diagnostics: diagnosticsOf(files, prefix, broken) };
      const told = withHistory(handbook, history.read);
      const compiled = await compile(asPrinted(asPreview(told)), {
        assets: assetsOf(files),
        drafts,
        siblings,
        memory,
        ...changesSince(told, history.read),
      });
      const diagnostics = diagnosticsOf(files, prefix, compiled.messages);
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      return { site: failed ? undefined : liveSite(handbook.iri, compiled.files), diagnostics };
    },
  };
}

function isUnreadable({ ruleId }: { readonly ruleId?: string | null | undefined }): boolean {
  return ruleId === 'file-readable';
}

/** The history as it was read, and the files that it was read from. */
interface KeptHistory {
  readonly files: readonly VFile[];
  readonly read: History | undefined;
}

function ledgerFiles(files: readonly VFile[]): readonly VFile[] {
  return files.filter(({ path }) => path.startsWith('releases/'));
}

/**
 * A ledger whose files are the same objects is not read again, unless it has faults, which must be reported
 * anew.
 */
function sameLedger(files: readonly VFile[], kept: KeptHistory | undefined): KeptHistory | undefined {
  if (!kept?.read) return undefined;
  const now = ledgerFiles(files);
  const same = now.length === kept.files.length && now.every((file, at) => file === kept.files[at]);
  return same ? kept : undefined;
}

/** A file may vanish between being listed and being read; the folder is then read once more. */
async function readSteadily(root: string, kept: ReadonlyMap<string, VFile>): Promise<readonly VFile[]> {
  for (let attempt = 0; ; attempt++) {
    const files = await readHandbook(root, kept);
    const isSteady = !files.some(({ messages }) => messages.some(isUnreadable));
    if (isSteady || attempt === 5) return files;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
