import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../message/report.ts';
import type { JsonValue } from '../model/compile.ts';
import type { FieldRules } from '../own-fields/entry-fields.ts';
import { boundsFault, MAX_DEPTH } from './bounds.ts';
import { decode } from './decode.ts';
import { frontMatterOf, parseSource } from './parse-markdown.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { SchemaName } from './schema-name.ts';
import { tooDeepAt } from './tree-depth.ts';
import { validateData } from './validate-data.ts';

/** A Markdown file, read: its front matter, checked, and its body as mdast. */
export interface MarkdownSource<Data> {
  readonly file: VFile;
  /** The folder it lies in. */
  readonly folder: string;
  /** SHA-256 of its bytes, where a cache goes by it. */
  readonly hash?: string;
  readonly text: string;
  /** The front matter, and the line it begins on. */
  readonly matter: string;
  readonly firstLine: number;
  /** Only the keys that were right. */
  readonly data: Partial<Data>;
  /** The publisher's own fields, as they are written; only those that were right. */
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly yaml: ParsedYaml;
  readonly tree: Root;
}

/**
 * Reads a Markdown file whose front matter has the given schema. Reports faults in text, YAML and keys;
 * returns undefined when nothing usable is left. The introduction of a chapter and a snippet may have none.
 */
export function readMarkdown<Data>(
  file: VFile,
  schema: SchemaName,
  rules?: FieldRules,
): MarkdownSource<Data> | undefined {
  const text = decode(file);
  if (text === undefined) return undefined;
  const fault = boundsFault(text);
  if (fault) {
    report(file, 'nesting-bounded', fault);
    return undefined;
  }
  const tree = parseSource(text);
  const deep = tooDeepAt(tree);
  if (deep) {
    report(file, 'nesting-bounded', {
      reason: `Markdown nests more than ${MAX_DEPTH} deep here`,
      place: deep,
      note: 'Flatten it.',
    });
    return undefined;
  }
  const matter = frontMatterOf(tree);
  if (!matter && schema !== 'intro' && schema !== 'snippet') {
    report(file, 'front-matter-present', {
      reason: missingMatter(text),
      expected: `a first line "---", then keys such as ${schema === 'entry' ? '"number:" and "question:"' : '"title:"'}, then "---"`,
    });
    return undefined;
  }
  const firstLine = matter ? (matter.position?.start.line ?? 1) + 1 : 1;
  const yaml = parseYaml(file, matter?.value ?? '', firstLine);
  if (!yaml) return undefined;
  return {
    file,
    folder: folderOf(file),
    text,
    matter: matter?.value ?? '',
    firstLine,
    ...parted<Data>(validateData(file, schema, yaml, rules), rules),
    yaml,
    tree,
  };
}

/** Octavo's own keys, and the publisher's. */
function parted<Data>(
  all: Record<string, unknown>,
  rules: FieldRules | undefined,
): Pick<MarkdownSource<Data>, 'data' | 'fields'> {
  if (!rules) return { data: all as Partial<Data>, fields: {} };
  const own = Object.entries(all).filter(([key]) => rules.names.has(key));
  const fields = own.map(([name, value]) => [name, rules.typed(name, value as JsonValue)]);
  return {
    data: Object.fromEntries(Object.entries(all).filter(([key]) => !rules.names.has(key))) as Partial<Data>,
    fields: Object.fromEntries(fields) as MarkdownSource<Data>['fields'],
  };
}

function missingMatter(text: string): string {
  if (/^---[ \t]*(?:\r?\n|$)/.test(text)) return 'the front matter does not end';
  return /^\s+---/.test(text)
    ? 'the front matter does not begin on the first line'
    : 'the file has no front matter';
}

/** The folder at the top that a file lies in. */
export function folderOf(file: VFile): string {
  return file.path.split('/')[0] ?? '';
}
