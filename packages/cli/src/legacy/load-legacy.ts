import { join, relative, resolve, sep } from 'node:path';
import { loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import type { ImportingOptions, ReportingOptions, SourceOptions } from '../commands.generated.ts';
import { legacyKind, readSource } from '../disk/read-source.ts';
import { Failure, misuse, outcomeOf } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { LoadedFolder } from '../load.ts';
import { givenOf, importOptions } from './import-options.ts';
import { nothingMade } from './nothing-made.ts';

/**
 * Reads a legacy source (a document, or a folder of documents without a handbook.yaml) as a handbook in
 * memory; returns undefined when the path is that of a handbook. Numbers that the importer gave are
 * provisional, and the cover says so. What the import found is reported on stderr.
 */
export async function loadLegacy(
  path: string,
  options: SourceOptions & ImportingOptions & Pick<ReportingOptions, 'quiet'>,
  io: Io,
): Promise<LoadedFolder | undefined> {
  const full = resolve(io.cwd, path);
  const kind = path === '.' ? undefined : legacyKind(full);
  if (!kind) {
    const given = givenOf(options);
    return given === undefined
      ? undefined
      : misuse(`--${given} is for a document that is imported, and "${path}" is none`, 'Leave it out.');
  }
  const chosen = await importOptions(options);
  const { drafts, lenient, quiet } = options;
  const { importSource, isHandbookFile, isSourceName, reportToText } = await import('@octavo/import');
  const isWanted = (each: string) => isSourceName(each) || isHandbookFile(each);
  const source = await outcomeOf(readSource(full, path, isWanted));
  // A folder without any document is reported as a missing handbook, which has a better message.
  if (source instanceof Failure && kind === 'folder') return undefined;
  if (source instanceof Failure) throw source;
  const { files, report } = await importSource(source.files, source.name, {
    ...chosen,
    asset: source.asset,
    provisional: true,
  });
  if (!quiet || files.length === 0) io.stderr.write(`${path}\n${reportToText(report)}`);
  if (files.length === 0) return nothingMade(report, path);
  const read = files.map(
    ({ path: each, content }) =>
      new VFile({
        path: each,
        value: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      }),
  );
  return {
    // A book of questions without answers shows them: there is nothing else.
    ...loadHandbook(read, { drafts: drafts || report.drafts, lenient, tools: await schemaTools(read) }),
    root: kind === 'folder' ? full : join(source.root, source.name),
    prefix: relative(io.cwd, full).split(sep).join('/'),
  };
}
