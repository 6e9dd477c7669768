import type { VFile } from 'vfile';
import { assemble } from './assemble/assemble.ts';
import { editionView } from './assemble/conditions/chosen-edition.ts';
import { cutEdition } from './assemble/conditions/cut-edition.ts';
import { type LeftBehind, leftBehind, withLeftBehind } from './assemble/conditions/left-behind.ts';
import { type SaidBeside, saidBeside } from './assemble/conditions/said-beside.ts';
import { type SourceMap, sourceMap } from './assemble/place.ts';
import { type Memory, NO_MEMORY } from './cache/memory.ts';
import type { SourceCache } from './cache/source-cache.ts';
import { type RuleId, type Severity, severityOf } from './message/catalogue.ts';
import { type Approvals, markUnapproved, withRoles } from './model/approvals.ts';
import type { Handbook } from './model/documents.generated.ts';
import type { SchemaTools } from './own-fields/schema-tools.ts';
import { asksMore } from './own-fields/type-sources.ts';
import { type DeclaredFormat, declaredFormats } from './read/declared-formats.ts';
import { read } from './read/read.ts';
import { validate } from './validate.ts';
import { withoutDrafts } from './without-drafts.ts';

export interface LoadOptions {
  /** As reviewers see it: with drafts, and with a mark on what nobody approved where approval is required. */
  readonly drafts?: boolean;
  /** Disallowed HTML stays as text, with a warning. */
  readonly lenient?: boolean;
  /** What was read before. It never changes the result; the key says nothing of Octavo's version, so the cache must. */
  readonly cache?: SourceCache;
  /** What a handbook with a types.yaml is read with: see `schemaTools`. */
  readonly tools?: SchemaTools | undefined;
  /** What earlier loads of the same handbook left: see `Memory`. Never changes the result. */
  readonly memory?: Memory;
  /** One of the editions that handbook.yaml declares; without it, the whole book is loaded. */
  readonly edition?: string | undefined;
}

export interface Loaded {
  /** Undefined when any message is an error. */
  readonly handbook: Handbook | undefined;
  /** How many entries are drafts, whether the handbook shows them or not. */
  readonly drafts: number;
  /** Who approved what; drafts apart, `unapprovedEntries` tells what nobody did. */
  readonly approvals: Approvals;
  /** The severity of each rule in this book. */
  readonly severity: (ruleId: RuleId) => Severity;
  /** The formats that handbook.yaml asks for; none means all of Octavo's. */
  readonly formats: readonly DeclaredFormat[];
  /** Where each value of the sources is written. */
  readonly places: SourceMap;
  /** The files given, with every message. */
  readonly files: readonly VFile[];
  /** Those of them that the edition is made of: without the entries and pages that it leaves out. */
  readonly shown: readonly VFile[];
  /** Which snippets and entries each file puts in, directly or by what it puts in, by their paths, and which variables it shows: `{{product}}`. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names of the editions that handbook.yaml declares. */
  readonly editions: readonly string[];
  /** What the edition released once and leaves out now. */
  readonly left: LeftBehind;
  /** What the sources of a book with editions say beside the Handbook: an edition may have to be silent about it. */
  readonly beside: readonly SaidBeside[];
}

/**
 * Reads, assembles and validates a handbook. `files` is every file of its folder: paths relative to
 * it with forward slashes, values as bytes. Every fault of the source becomes a message on its file.
 * The caller makes sure that there is a handbook.yaml.
 */
export function loadHandbook(files: readonly VFile[], options: LoadOptions = {}): Loaded {
  const sources = read(files, options);
  if (asksMore(sources) && !options.tools)
    throw new TypeError('A handbook that demands fields is loaded with the tools of schemaTools().');
  const approvals = new Map([...sources.approvals].map(([number, log]) => [number, log.approvals]));
  const { sources: own, edition } = editionView(sources, options.edition, options.memory);
  const formats = declaredFormats(own.handbook);
  const assembled = assemble(own, { ...options, edition });
  // What an edition leaves out is known before it is checked: who approved it is asked of what it shows.
  const cut =
    assembled?.edition && cutEdition(assembled.handbook, own, assembled.edition, options.memory ?? NO_MEMORY);
  if (assembled) validate(assembled, { ...options, published: cut });
  const failed = !assembled || files.some((file) => file.messages.some((message) => message.fatal === true));
  const left = assembled?.edition?.left.paths;
  const uses = assembled?.uses ?? new Map<string, ReadonlySet<string>>();
  const used = new Set([...uses].flatMap(([path, put]) => (path === '' || left?.has(path) ? [] : [...put])));
  const isUnusedSnippet = (path: string) =>
    path.startsWith('snippets/') && own.files.has(path) && path.endsWith('.md') && !used.has(path);
  const behind: LeftBehind = assembled?.edition
    ? leftBehind(assembled.handbook, own, assembled.edition)
    : new Map();
  const facts = {
    approvals,
    formats,
    places: assembled?.places ?? sourceMap(new Map()),
    files,
    shown: left ? files.filter(({ path }) => !left.has(path) && !isUnusedSnippet(path)) : files,
    uses,
    editions: Object.keys(sources.handbook?.data.editions ?? {}),
    beside: saidBeside(sources),
    left: behind,
  };
  if (failed) return { ...facts, handbook: undefined, drafts: 0, severity: severityOf };
  const { severity } = assembled;
  const shown = cut ? withLeftBehind(cut, behind, assembled.handbook) : assembled.handbook;
  const handbook = withRoles(shown, approvals);
  const drafts = handbook.chapters
    .flatMap(({ entries }) => entries)
    .filter(({ status }) => status === 'draft').length;
  return {
    ...facts,
    handbook: options.drafts ? markUnapproved(handbook, approvals) : withoutDrafts(handbook),
    drafts,
    severity,
  };
}
