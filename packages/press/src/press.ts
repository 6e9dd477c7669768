import { asPreview, asPrinted, type Handbook, type ReleaseContent } from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { compileFormats } from './compile/compile-formats.ts';
import { type ReleaseFacts, writeDocuments } from './documents/write-documents.ts';
import { changesSince, type History } from './history/history.ts';
import type { Ports, PressFormat } from './ports.ts';
import { NO_PROGRESS } from './progress.ts';
import type { WrittenFile } from './tally.ts';

/** What is known beside the handbook. */
export interface PressFacts {
  /** Every file of the handbook's folder, as it was loaded: pictures, themes and fonts are among them. */
  readonly files: readonly VFile[];
  /** What was released (`readHistory`), without the edition's own release when that is made again. */
  readonly history?: History;
  /** Shows drafts, watermarked. */
  readonly drafts?: boolean;
  /** What makes it a release; without it everything says that it is a preview. */
  readonly release?: ReleaseFacts | undefined;
}

/** What came of it. */
export interface Pressed {
  /** Of the formats and of the proof; those of the sources are on their files. */
  readonly messages: readonly VFileMessage[];
  /** The formats that the tree holds. None: it is not finished, and is not to be published. */
  readonly formats: readonly PressFormat[];
  /** Every file of the tree, by path. */
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** What the ledger will say of it, when the edition can be released. */
  readonly record: ReleaseContent | undefined;
}

/**
 * Writes the whole tree of a handbook to a stage: the formats, each after those that it needs, then the documents
 * that speak of all of them. A format that reports an error is left out, and what the others and the documents say
 * is of those that are there; of a release, nothing is finished then.
 */
export async function press(
  given: Handbook,
  formats: readonly PressFormat[],
  ports: Ports,
  facts: PressFacts,
): Promise<Pressed> {
  const { files, release, history = { ledger: [], words: { lines: new Map(), items: new Map() } } } = facts;
  const { progress = NO_PROGRESS, cache } = ports;
  const source = release ? given : asPreview(given);
  const handbook = asPrinted(source);
  const { ledger } = history;
  const changes = changesSince(source, history);
  const drafts = facts.drafts ?? false;
  const result = await compileFormats(
    { handbook, formats, assets: assetsOf(files), drafts, ledger, changes },
    ports,
  );
  const { messages, written, record } = result;
  const isWhole = result.formats.length === formats.length;
  // A release needs every format; a preview is of those that could be made.
  if (result.formats.length === 0 || (release && !isWhole))
    return { messages, formats: [], written, record: undefined };
  const book = { handbook, source, formats: result.formats, ledger, changes, sources: files, release, cache };
  const objections = await progress.during('documents', (own) => writeDocuments(ports, book, result, own));
  return {
    messages: [...messages, ...objections],
    formats: objections.some(({ fatal }) => fatal === true) ? [] : result.formats,
    written,
    record,
  };
}

/** Every file that is not source text, by path. */
export function assetsOf(files: readonly VFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap((file) =>
      typeof file.value === 'string' || /\.(md|ya?ml)$/.test(file.path)
        ? []
        : [[file.path, file.value] as const],
    ),
  );
}
