import type { VFile } from 'vfile';
import { type Memory, NO_MEMORY, once, resetMessages } from '../cache/memory.ts';
import type { SourceCache } from '../cache/source-cache.ts';
import { taxonomyOf } from '../model/own-types.ts';
import type {
  EntrySource,
  GlossarySource,
  HandbookSource,
  Inventory,
  PageSource,
  SnippetSource,
  TaxonomySource,
  TopicsSource,
  TypesSource,
} from '../model/source.generated.ts';
import { numberKey } from '../numbers/number-key.ts';
import { ownRules } from '../own-fields/own-rules.ts';
import type { SchemaTools } from '../own-fields/schema-tools.ts';
import { isBesideSource, OF_THE_BOOK } from './beside-source.ts';
import { refuseConflict } from './conflict.ts';
import { normaliseText } from './normal-text.ts';
import { type ApprovalLog, readApprovals } from './read-approvals.ts';
import { readInventory } from './read-inventory.ts';
import type { MarkdownSource } from './read-markdown.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';
import { recallMarkdown } from './recall-markdown.ts';
import type { SchemaName } from './schema-name.ts';
import { tellMisnamed, tellMisplaced, tellNoApproval, YAML_FILES } from './tell-misplaced.ts';

export type EntryFile = MarkdownSource<EntrySource>;

/** An inventory/<prefix>.json. */
export interface InventoryFile {
  readonly file: VFile;
  /** Undefined when it is no inventory. */
  readonly data: Inventory | undefined;
}

/** Everything in a handbook's folder, read; nothing is linked yet. */
export interface Sources {
  /** Every file, by path. */
  readonly files: ReadonlyMap<string, VFile>;
  readonly handbook: YamlSource<HandbookSource> | undefined;
  readonly topics: YamlSource<TopicsSource> | undefined;
  readonly types: YamlSource<TypesSource> | undefined;
  /** By id. */
  readonly taxonomies: ReadonlyMap<string, YamlSource<TaxonomySource>>;
  readonly glossary: YamlSource<GlossarySource> | undefined;
  readonly entries: readonly EntryFile[];
  /** `front/<id>`, `back/<id>`, and `<chapter>/index`, the introduction of a chapter. */
  readonly pages: ReadonlyMap<string, MarkdownSource<PageSource>>;
  /** snippets/<name>.md by name: an id, or an id, a point and a language. */
  readonly snippets: ReadonlyMap<string, MarkdownSource<SnippetSource>>;
  /** approvals/<name>.jsonl by name: the key of a number, `term/<id>`, `chapter/<id>`, `front/<id>` or `back/<id>`. */
  readonly approvals: ReadonlyMap<string, ApprovalLog>;
  /** By prefix. */
  readonly inventories: ReadonlyMap<string, InventoryFile>;
  /** Paths of source files that exist and could not be read; references to them are not reported. */
  readonly unread: readonly string[];
  /** The numbers, ids and aliases that such files seem to hold. */
  readonly unreadNames: readonly string[];
  /** Every other file, by path: images, fonts, themes. */
  readonly others: ReadonlyMap<string, VFile>;
}

/** Where the inventory of a prefix lies. */
const INVENTORY = /^inventory\/([^/]+)\.json$/;

/** The reader of the disk may have reported a fault already, which is enough. */
function isRefused(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

/** What earlier readings left: see `Memory` and `SourceCache`. */
export interface EarlierReads {
  readonly memory?: Memory;
  readonly cache?: SourceCache;
  /** What a book with a types.yaml is checked with (`schemaTools`); without them its own fields are read unchecked. */
  readonly tools?: SchemaTools | undefined;
}

/** What the log `approvals/618.jsonl` or `approvals/term/rancid.jsonl` is named: see `approvalName`. */
function approvedName(path: string): string | undefined {
  const name = /^approvals\/(.+)\.jsonl$/.exec(path)?.[1] ?? '';
  const isKey = numberKey(name) === name && /[\dA-Z]/.test(name);
  return isKey || /^(?:term|chapter|front|back)\/[^/]+$/.test(name) ? name : undefined;
}

/** Returns what an unreadable entry says about itself, as far as its lines show. */
function namesIn(file: VFile | undefined): readonly string[] {
  if (!file?.path.endsWith('.md')) return [];
  const head = new TextDecoder().decode(
    typeof file.value === 'string' ? Buffer.from(file.value) : file.value.subarray(0, 4000),
  );
  const lines = head.match(/^(?:number|id|aliases):.*$/gm) ?? [];
  return lines.flatMap((line) => line.replace(/^\w+:/, '').match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? []);
}

function taxonomiesIn<Source>(
  byPath: ReadonlyMap<string, VFile>,
  yaml: (path: string) => Source | undefined,
): ReadonlyMap<string, Source> {
  const found = [...byPath.keys()].flatMap((path) => {
    const id = taxonomyOf(path);
    const source = id === undefined ? undefined : yaml(path);
    return id === undefined || !source ? [] : [[id, source] as const];
  });
  return new Map(found);
}

function readyText(path: string, file: VFile): void {
  normaliseText(file);
  if (!isBesideSource(path) || OF_THE_BOOK.test(path)) refuseConflict(file);
}

function byPathOf(files: readonly VFile[]): ReadonlyMap<string, VFile> {
  return new Map([...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file]));
}

/**
 * Reads the files of a handbook's folder (paths relative to it, with forward slashes, in any order).
 * Syntax and schema faults become messages on the files. With a memory or a cache, only files that are
 * new to it are parsed; the result is the same.
 */
export function read(
  files: readonly VFile[],
  { memory = NO_MEMORY, cache, tools }: EarlierReads = {},
): Sources {
  resetMessages(files, memory);
  const byPath = byPathOf(files);
  const entries: EntryFile[] = [];
  const pages = new Map<string, MarkdownSource<PageSource>>();
  const snippets = new Map<string, MarkdownSource<SnippetSource>>();
  const approvals = new Map<string, ApprovalLog>();
  const inventories = new Map<string, InventoryFile>();
  const unread: string[] = [];
  const others = new Map<string, VFile>();
  for (const [path, file] of byPath) once(file, 'text', memory, () => readyText(path, file));
  const yaml = <Data>(path: string, schema: SchemaName) => {
    const file = byPath.get(path);
    const source =
      file && !isRefused(file) ? once(file, 'yaml', memory, () => readYaml<Data>(file, schema)) : undefined;
    if (file && !source) unread.push(path);
    return source;
  };
  const handbook = yaml<HandbookSource>('handbook.yaml', 'handbook');
  const types = yaml<TypesSource>('types.yaml', 'types');
  const taxonomies = taxonomiesIn(byPath, (path) => yaml<TaxonomySource>(path, 'taxonomy'));
  const rulesFor = ownRules({ handbook, types, taxonomies }, tools);
  for (const [path, file] of byPath) {
    const [folder = '', name, ...deeper] = path.split('/');
    const prefix = INVENTORY.exec(path)?.[1];
    if (prefix !== undefined)
      inventories.set(prefix, {
        file,
        data: isRefused(file) ? undefined : once(file, 'inventory', memory, () => readInventory(file)),
      });
    if (YAML_FILES.includes(path) || taxonomyOf(path) !== undefined || isBesideSource(path)) continue;
    if (folder === 'approvals') {
      const log = approvedName(path);
      if (log === undefined) tellNoApproval(file);
      else approvals.set(log, isRefused(file) ? { file, approvals: [] } : readApprovals(file, log));
    } else if (isRefused(file)) {
      unread.push(path);
    } else if (!path.endsWith('.md')) {
      others.set(path, file);
      tellMisnamed(file);
    } else if (name === undefined || deeper.length > 0 || folder === 'assets') {
      tellMisplaced(file);
    } else if (folder === 'snippets') {
      const snippet = once(file, 'snippet', memory, () =>
        recallMarkdown<SnippetSource>(file, 'snippet', cache),
      );
      if (snippet) snippets.set(name.slice(0, -'.md'.length), snippet);
      else unread.push(path);
    } else if (folder === 'front' || folder === 'back' || name === 'index.md') {
      const schema = folder === 'front' || folder === 'back' ? 'page' : 'intro';
      const page = once(file, 'page', memory, () => recallMarkdown<PageSource>(file, schema, cache));
      if (page) pages.set(path.slice(0, -'.md'.length), page);
      else unread.push(path);
    } else {
      const rules = rulesFor?.(folder);
      const entry = once(file, `entry${rules?.key ?? ''}`, memory, () =>
        recallMarkdown<EntrySource>(file, 'entry', cache, rules),
      );
      if (entry) entries.push(entry);
      else unread.push(path);
    }
  }
  return {
    files: byPath,
    handbook,
    topics: yaml<TopicsSource>('topics.yaml', 'topics'),
    types,
    taxonomies,
    glossary: yaml<GlossarySource>('glossary.yaml', 'glossary'),
    entries,
    pages,
    snippets,
    approvals,
    inventories,
    unread,
    unreadNames: unread.flatMap((path) => namesIn(byPath.get(path))),
    others,
  };
}
