import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../report.ts';
import { decode } from './decode.ts';
import { frontMatterOf, parseMarkdown } from './parse-markdown.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { SchemaName } from './schema.ts';
import { tooDeepAt } from './too-deep.ts';
import { validateData } from './validate-data.ts';

/** A Markdown file, read: its front matter, checked, and its body as mdast. */
export interface MarkdownSource<Data> {
  readonly file: VFile;
  readonly text: string;
  /** Only the keys that were right. */
  readonly data: Partial<Data>;
  readonly yaml: ParsedYaml;
  readonly tree: Root;
}

/**
 * Reads a Markdown file whose front matter has the given schema. Reports what is wrong with text,
 * YAML and keys; returns undefined when there is nothing to go on with.
 */
export function readMarkdown<Data>(file: VFile, schema: SchemaName): MarkdownSource<Data> | undefined {
  const text = decode(file);
  if (text === undefined) return undefined;
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    report(file, 'nesting-bounded', {
      reason: 'lists or quotes nest more than 100 deep here',
      place: { line: deep, column: 1 },
      note: 'Flatten the list.',
    });
    return undefined;
  }
  const tree = parseMarkdown(text);
  const matter = frontMatterOf(tree);
  if (!matter) {
    report(file, 'front-matter-present', {
      reason: text.startsWith('---') ? 'the front matter does not end' : 'the file has no front matter',
      expected: 'a first line "---", then keys such as "number:" and "question:", then "---"',
    });
    return undefined;
  }
  const yaml = parseYaml(file, matter.value, (matter.position?.start.line ?? 1) + 1);
  if (!yaml) return undefined;
  return { file, text, data: validateData(file, schema, yaml) as Partial<Data>, yaml, tree };
}
