import { asPreview, asPrinted, type Handbook, type ReleaseContent } from '@octavo/core';
import { redlined, retractionsOf } from '@octavo/core/ledger';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { compileFormats } from './compile/compile-formats.ts';
import { type ReleaseFacts, writeDocuments } from './documents/write-documents.ts';
import { changesSince, type History, historyOf, NO_HISTORY } from './history/history.ts';
import { withHistory } from './history/with-history.ts';
import type { Ports, PressFormat } from './ports.ts';
import { NO_PROGRESS } from './progress.ts';
import type { WrittenFile } from './tally.ts';

/** What the press has to know besides the handbook. */
export interface PressFacts {
  /** Every file of the handbook's folder, as it was loaded, including pictures, themes and fonts. */
  readonly files: readonly VFile[];
  /** What was released (`readHistory`). When a release is made again, its own record is left out. */
  readonly history?: History;
  /** Includes drafts, watermarked. */
  readonly drafts?: boolean;
  /** The handbook as an earlier edition had it (`earlierHandbook`): everything that changed since is marked in the text. */
  readonly since?: Handbook | undefined;
  /** Set when the tree is a release; without it, everything is marked as a preview. */
  readonly release?: ReleaseFacts | undefined;
}

/** The result of a press run. */
export interface Pressed {
  /** Messages of the formats and of the proof. Messages about the sources are on their files. */
  readonly messages: readonly VFileMessage[];
  /**
   * The formats that the tree holds. When there are none, the tree is unfinished and must not be published.
   */
  readonly formats: readonly PressFormat[];
  /** Every file of the tree, by path. */
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** What the ledger will record, when the edition can be released. */
  readonly record: ReleaseContent | undefined;
  /** How many pages of the PDF are not blank; undefined when there is no PDF. */
  readonly pages: number | undefined;
  /** Set when nothing differs from the edition `since`: no format was compiled. */
  readonly isUnchanged?: true;
}

/**
 * Writes the whole tree of a handbook to a stage: the formats, each after those that it needs, then the
 * documents that concern all of them. A format that reports an error is left out, and the others and the
 * documents do not mention it. For a release, the tree is then left unfinished.
 */
export async function press(
  given: Handbook,
  formats: readonly PressFormat[],
  ports: Ports,
  facts: PressFacts,
): Promise<Pressed> {
  const { files, release, since } = facts;
  const whole = facts.history ?? NO_HISTORY;
  const history = historyOf(given.edition, whole, { own: true });
  const { progress = NO_PROGRESS } = ports;
  const told = withHistory(given, history);
  const now = release ? told : asPreview(told);
  const printed = asPrinted(now);
  const handbook = since ? redlined(asPrinted(since), printed) : printed;
  if (since && !hasMarks(handbook))
    return {
      messages: [],
      formats: [],
      written: new Map(),
      record: undefined,
      pages: undefined,
      isUnchanged: true,
    };
  // A redlined handbook is written as it is printed, since its words are those of two sources.
  const source = since ? handbook : now;
  const { ledger, notices } = history;
  const base = since && ledger.find(({ version }) => version === since.edition.version);
  const changes = changesSince(now, history, base);
  const drafts = facts.drafts ?? false;
  const result = await compileFormats(
    { handbook, source, formats, assets: assetsOf(files), drafts, ledger, notices, changes },
    ports,
  );
  const { messages, written, record } = result;
  const pages = result.pageMap?.length;
  const isWhole = result.formats.length === formats.length;
  // A release needs every format; a preview consists of those that could be built.
  if (result.formats.length === 0 || (release && !isWhole))
    return { messages, formats: [], written, record: undefined, pages };
  const book = {
    handbook,
    source,
    formats: result.formats,
    history,
    changes,
    sources: files,
    release,
    retractions: retractionsOf(whole.notices),
  };
  const objections = await progress.during('documents', (own) => writeDocuments(ports, book, result, own));
  return {
    messages: [...messages, ...objections],
    formats: objections.some(({ fatal }) => fatal === true) ? [] : result.formats,
    written,
    record,
    pages,
  };
}

/** Returns every file that is not source text, by path. */
export function assetsOf(files: readonly VFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap((file) =>
      typeof file.value === 'string' || /\.(md|ya?ml)$/.test(file.path)
        ? []
        : [[file.path, file.value] as const],
    ),
  );
}

/** Whether anything in a redlined handbook is marked; what histories quote are no marks. */
function hasMarks(handbook: Handbook): boolean {
  const text = JSON.stringify(handbook, (key, value) => (NO_TEXT.has(key) ? undefined : value));
  return /"(?:kind|edited)":"(?:inserted|deleted)"|"before":/.test(text);
}

const NO_TEXT: ReadonlySet<string> = new Set(['redline', 'editions', 'errata', 'history']);
