import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { decode } from './decode.ts';
import { once } from './once.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type KeyPath, type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { folderOf, type MarkdownSource, readMarkdown } from './read-markdown.ts';
import type { SchemaName } from './schema.ts';
import { type KeptMessage, keep, keptMessage, recall, type SourceCache, tellAgain } from './source-cache.ts';

/** Of a file that could be read: its front matter and where that stands; its messages. */
interface Kept {
  readonly matter: string;
  readonly firstLine: number;
  readonly value: unknown;
  readonly data: object;
  readonly places: Readonly<Record<string, { readonly line: number; readonly column: number }>>;
  readonly messages: readonly KeptMessage[];
}

/** The keys whose place every book asks for. */
const ASKED = ['number', 'question', 'title'];

/**
 * `readMarkdown`, or what it made of the same text before. The tree is parsed only when somebody looks
 * at it, and so is the YAML beyond the places that are always asked for.
 */
export function recallMarkdown<Data>(
  file: VFile,
  schema: SchemaName,
  cache: SourceCache | undefined,
): MarkdownSource<Data> | undefined {
  if (!cache) return readMarkdown<Data>(file, schema);
  const hash = createHash('sha256').update(file.value).digest('hex');
  const key = `read/${schema}-${hash}`;
  const kept = recall<Kept>(cache, key);
  if (kept) {
    for (const message of kept.messages) tellAgain(file, message);
    return remembered<Data>(file, kept, hash);
  }
  const before = file.messages.length;
  const source = readMarkdown<Data>(file, schema);
  const messages = file.messages.slice(before);
  if (!source || messages.some((message) => message.fatal === true)) return source;
  const { matter, firstLine, yaml, data } = source;
  const places = Object.fromEntries(ASKED.map((name) => [name, yaml.locate([name])]));
  const { value } = yaml;
  keep(cache, key, {
    matter,
    firstLine,
    value,
    data,
    places,
    messages: messages.map(keptMessage),
  } satisfies Kept);
  return Object.assign(source, { hash });
}

function remembered<Data>(file: VFile, kept: Kept, hash: string): MarkdownSource<Data> {
  const { matter, firstLine, data } = kept;
  const text = once(() => decode(file) ?? '');
  const tree = once(() => parseMarkdown(text()));
  // It parsed before without a message: this time there is none either.
  const yaml = once(() => parseYaml(new VFile(), matter, firstLine) as ParsedYaml);
  return {
    file,
    folder: folderOf(file),
    hash,
    matter,
    firstLine,
    data: data as Partial<Data>,
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
