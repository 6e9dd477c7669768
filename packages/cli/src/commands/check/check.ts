import { counted, crossReferences, entryNodes, indexHandbook } from '@octavo/core';
import { assetsOf } from '@octavo/press';
import { checkHistory, checkNextRelease } from '@octavo/press/release';
import { cacheOf } from '../../cache/handbook-cache.ts';
import { formatsOf } from '../../choose-formats.ts';
import type { Call } from '../../command-line/command.ts';
import type { CheckOptions } from '../../commands.generated.ts';
import { countedEntries, draftsLeftOut } from '../../counted.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadLegacy } from '../../legacy/load-legacy.ts';
import { loadFolder } from '../../load.ts';
import { needsOf } from '../../pressing/needs-of.ts';
import { toldHistory } from '../../release/told-history.ts';
import { exitCodeOf, reportDiagnostics } from '../../report-diagnostics.ts';

/** `octavo check`: runs every validation and writes nothing. */
export async function check(
  { positionals: [path = '.'], options }: Call<CheckOptions>,
  io: Io,
): Promise<ExitCode> {
  const cache = cacheOf(path, options, io.cwd);
  const loaded = (await loadLegacy(path, options, io)) ?? (await loadFolder(path, options, io, { cache }));
  const { handbook, files, root, prefix } = loaded;
  const chosen = await formatsOf(loaded, options);
  const history = await toldHistory(loaded);
  const promises =
    handbook && history
      ? [...checkHistory(handbook, history, loaded.places), ...checkNextRelease(handbook, history, loaded)]
      : [];
  const book = handbook && { handbook, assets: assetsOf(files), root };
  const kept = cache && { cache, sources: files };
  const needs = book ? await needsOf(book, chosen.formats, kept) : [];
  cache?.save();
  const diagnostics = diagnosticsOf(files, prefix, [...promises, ...chosen.messages, ...needs]);
  reportDiagnostics(diagnostics, options, io);
  const code = exitCodeOf(diagnostics, options['fail-on']);
  if (code === EXIT.ok && handbook && options.reporter === 'pretty' && !options.quiet) {
    const { entries } = indexHandbook(handbook);
    const links = entries.flatMap((entry) => crossReferences(entryNodes(entry))).length;
    const all = `${countedEntries(entries.length)}, ${counted(links, 'cross-link')}`;
    io.stderr.write(
      `${handbook.title}: ${all}, no error\n${draftsLeftOut(options.drafts ? 0 : loaded.drafts)}`,
    );
  }
  return code;
}
