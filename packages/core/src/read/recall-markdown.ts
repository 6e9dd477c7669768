import { hash } from 'node:crypto';
import { VFile } from 'vfile';
import { recordMessages } from '../cache/memory.ts';
import { keep, recall, type SourceCache, tellAgain } from '../cache/source-cache.ts';
import type { FieldRules } from '../own-fields/entry-fields.ts';
import { decode } from './decode.ts';
import { once } from './once.ts';
import { parseSource } from './parse-markdown.ts';
import { type KeyPath, type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { folderOf, type MarkdownSource, readMarkdown } from './read-markdown.ts';
import type { SchemaName } from './schema-name.ts';

/** Of a file that could be read: its front matter and where that stands. */
interface KeptMarkdown {
  readonly matter: string;
  readonly firstLine: number;
  readonly value: unknown;
  readonly data: object;
  readonly fields: MarkdownSource<unknown>['fields'];
  readonly places: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
}

/** The keys whose places every book asks for. */
const ASKED = ['number', 'question', 'title'];

/**
 * Returns what `readMarkdown` returns, or what it returned for the same text before. The tree is parsed only
 * when somebody examines it, and so is the YAML beyond the places that are always asked for.
 */
export function recallMarkdown<Data>(
  file: VFile,
  schema: SchemaName,
  cache: SourceCache | undefined,
  rules?: FieldRules,
): MarkdownSource<Data> | undefined {
  if (!cache) return readMarkdown<Data>(file, schema, rules);
  const digest = hash('sha256', file.value);
  const key = `read/${schema}-${digest}${rules?.key ?? ''}`;
  const kept = recall<KeptMarkdown>(cache, key);
  if (kept) {
    tellAgain(file, kept);
    return remembered<Data>(file, kept.data, digest);
  }
  const { value: source, messages } = recordMessages(file, () => readMarkdown<Data>(file, schema, rules));
  if (!source || messages.some((message) => message.fatal === true)) return source;
  const { matter, firstLine, yaml, data, fields } = source;
  const places = Object.fromEntries(ASKED.map((name) => [name, yaml.locate([name])]));
  const { value } = yaml;
  keep(cache, key, { matter, firstLine, value, data, fields, places } satisfies KeptMarkdown, messages);
  return Object.assign(source, { hash: digest });
}

function remembered<Data>(file: VFile, kept: KeptMarkdown, hash: string): MarkdownSource<Data> {
  const { matter, firstLine, data, fields } = kept;
  const text = once(() => decode(file) ?? '');
  const tree = once(() => parseSource(text()));
  // It parsed without a message before, so there is none this time.
  const yaml = once(() => parseYaml(new VFile(), matter, firstLine) as ParsedYaml);
  return {
    file,
    folder: folderOf(file),
    hash,
    matter,
    firstLine,
    data: data as Partial<Data>,
    fields,
    get text() {
      return text();
    },
    get tree() {
      return tree();
    },
    yaml: {
      value: kept.value,
      locate: (path: KeyPath) => (path.length === 1 && kept.places[String(path[0])]) || yaml().locate(path),
      locateKey: (path) => yaml().locateKey(path),
    },
  };
}
