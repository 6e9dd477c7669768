import type { FormatOptions, OutputFile } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { holdToSchema } from '../contracts/published-schemas.ts';
import type { Ports, PressCache, PressFormat, Stage } from '../ports.ts';
import type { Progress } from '../progress.ts';
import { writeAll } from '../tally.ts';
import { writeWork } from '../work-files.ts';
import { carrySealedPages } from './carry-sealed-pages.ts';
import { type CompileRun, handedOn } from './compile-run.ts';
import { siblingsOf } from './siblings.ts';

/**
 * Validates the documents of a format that have a schema. A document that passed in the last build is not
 * validated again when neither the code nor its bytes have changed.
 * @throws Error for a document that breaks its schema, which is a bug in Octavo.
 */
function holdToContracts(
  { name: format, schemaOf }: PressFormat,
  files: readonly OutputFile[],
  cache: PressCache | undefined,
): void {
  if (!schemaOf) return;
  const record = `contracts/${format}`;
  const kept = cache?.own.get(record);
  const known = new Set(kept ? decoder.decode(kept).split('\n') : []);
  const held: string[] = [];
  for (const { path, content } of files) {
    const name = schemaOf(path);
    if (name === undefined || !(content instanceof Uint8Array)) continue;
    const line = cache ? `${name} ${cache.sha256Of(content)}` : '';
    if (!known.has(line)) holdToSchema(path, name, JSON.parse(decoder.decode(content)));
    held.push(line);
  }
  if (held.some((line) => !known.has(line)))
    cache?.own.put(record, new TextEncoder().encode(held.join('\n')));
}

const decoder = new TextDecoder();

/** Compiles one format with the results of the formats before it, and writes its files. */
export async function compileFormat(
  format: PressFormat,
  run: CompileRun,
  ports: Ports,
  progress: Progress,
): Promise<void> {
  const { name } = format;
  const options = await optionsFor(format, run, ports);
  const compiled = await progress.during('compile', () => format.compile(run.request.handbook, options));
  const { files: all, ...rest } = compiled;
  const refused = compiled.messages.some(({ fatal }) => fatal === true) ? undefined : claim(format, all, run);
  const messages = refused ? [...compiled.messages, refused] : compiled.messages;
  // Only the messages of a failed format are kept, so that nothing links to a file that was not written.
  if (messages.some(({ fatal }) => fatal === true)) {
    run.failed.add(name);
    run.results.set(name, { messages });
    return;
  }
  if (run.spoiler) return;
  run.results.set(name, rest);
  if (format.blame) {
    run.strangers.push({ format, files: all });
    await writeAll(NOWHERE, name, all, run.written);
    return;
  }
  const later = all.filter(({ afterwards }) => afterwards !== undefined);
  if (later.length > 0) run.afterwards.push({ format, files: later });
  const files = all.filter(({ afterwards }) => afterwards === undefined);
  holdToContracts(format, files, ports.cache);
  const own = files.filter(({ work }) => work === undefined);
  await progress.during('write', (counting) =>
    writeAll(countedStage(ports.stage, files.length, counting), name, own, run.written, ports.cache),
  );
  await writeWork(ports.stage, files, run.work);
  // A feed leads to the sealed pages of earlier releases, so they are carried along with it.
  if (rest.stateHash !== undefined) run.messages.push(...(await carrySealedPages(run, name, ports)));
}

async function optionsFor(
  format: PressFormat,
  run: CompileRun,
  { fonts, cache, executor }: Ports,
): Promise<FormatOptions> {
  const { handbook, source, assets, drafts, ledger, notices, changes, formats } = run.request;
  const asked = format.fontsNeeded?.(handbook, assets) ?? [];
  const own = format.blame ? undefined : cache?.format(format.name);
  const stateHash = handedOn(run, 'stateHash')?.value;
  const pageMap = handedOn(run, 'pageMap')?.value;
  const structuredData = handedOn(run, 'structuredData')?.value;
  return {
    assets,
    fonts: (await fonts?.(asked, format)) ?? [],
    drafts,
    ledger,
    notices,
    ...(format.needs === '*' ? { siblings: siblingsOf(handbook, formats, run.written) } : {}),
    ...changes,
    ...(source === handbook ? {} : { source }),
    ...(own ? { cache: own } : {}),
    ...(executor ? { executor } : {}),
    ...(stateHash === undefined ? {} : { stateHash }),
    // Pages of a redlined PDF are no pages of the book.
    ...(pageMap && !handbook.redline ? { pageMap } : {}),
    ...(structuredData ? { structuredData } : {}),
  };
}

const NOWHERE: Stage = { write: async () => {} };

/**
 * Claims the paths of a format's files when formats from outside Octavo are built too. Such a format is
 * refused when it wants a path that is already taken; when it took a path that Octavo's own file needs, the
 * whole run is spoiled.
 */
function claim(format: PressFormat, files: readonly OutputFile[], run: CompileRun): VFileMessage | undefined {
  if (!run.request.formats.some(({ blame }) => blame)) return undefined;
  for (const { path } of files) {
    const taken = run.claims.clash(path);
    if (!taken) continue;
    if (format.blame) return format.blame(reasonOf(path, taken.path, taken.owner));
    if (!taken.owner.blame) continue;
    const message = taken.owner.blame(reasonOf(taken.path, path, format));
    run.spoiler = { format: taken.owner.name, message };
    return undefined;
  }
  for (const { path } of files) run.claims.add(path, format);
  return undefined;
}

function reasonOf(path: string, other: string, { name }: PressFormat): string {
  return path === other
    ? `"${path}" is a file that ${name} writes`
    : `"${path}" cannot stand beside "${other}", a file that ${name} writes`;
}

/** A stage that reports progress for every file written to it, out of `total`. */
function countedStage(stage: Stage, total: number, progress: Progress): Stage {
  let done = 0;
  return {
    write: async (path, content, sha256) => {
      await stage.write(path, content, sha256);
      done += 1;
      progress.step({ done, total, unit: total === 1 ? 'file' : 'files' });
    },
  };
}
