import type { Root } from 'mdast';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../model/finding.ts';

/** What the front matter of a source document says that a handbook can use. */
export interface Matter {
  readonly title?: string;
  readonly language?: string;
  readonly date?: string;
  readonly id?: string;
  readonly number?: string;
  readonly chapter?: string;
  readonly topics?: readonly string[];
  readonly findings: readonly Finding[];
}

const KEYS = {
  title: ['question', 'title', 'name', 'heading'],
  language: ['lang', 'language', 'locale'],
  date: ['date', 'updated', 'last_modified_at'],
  id: ['id', 'slug', 'anchor'],
  number: ['number', 'no', 'faq_number'],
  chapter: ['chapter', 'category', 'section', 'group'],
  topics: ['tags', 'topics', 'categories', 'keywords'],
} as const;

/** Takes the front matter off a tree and reads it. Keys without a use are said. */
export function takeFrontMatter(tree: Root, path: string): Matter {
  const [first] = tree.children;
  const type = first?.type as string | undefined;
  if (!first || (type !== 'yaml' && type !== 'toml')) return { findings: [] };
  tree.children.shift();
  const source = (first as { value: string }).value;
  const place = { path, line: 1 };
  const read = type === 'yaml' ? readYaml(source) : { data: readToml(source) };
  if ('fault' in read) {
    const { line, reason, note } = read.fault;
    return {
      findings: [
        {
          kind: 'front-matter',
          severity: 'error',
          place: { path, line: line + 1 },
          reason: `${reason}: the front matter was left out`,
          note,
        },
      ],
    };
  }
  const { data } = read;
  const used = new Set<string>();
  const text = (keys: readonly string[], form = /\S/): string | undefined => {
    const key = keys.find((name) => typeof data[name] === 'string' && form.test(data[name] as string));
    if (key) used.add(key);
    return key === undefined ? undefined : (data[key] as string).trim().replace(/\s+/g, ' ');
  };
  const title = text(KEYS.title);
  const language = text(KEYS.language, /^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*$/)?.replaceAll('_', '-');
  const date = text(KEYS.date)?.slice(0, 10);
  const id = text(KEYS.id);
  const number = text(KEYS.number);
  const chapter = text(KEYS.chapter);
  const topicsKey = KEYS.topics.find((name) => Array.isArray(data[name]));
  if (topicsKey) used.add(topicsKey);
  const topics = topicsKey
    ? (data[topicsKey] as unknown[]).map(String).filter((topic) => topic.trim() !== '')
    : [];
  const unused = Object.keys(data).filter((key) => !used.has(key));
  return {
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    ...(date && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
    ...(id ? { id } : {}),
    ...(number ? { number } : {}),
    ...(chapter ? { chapter } : {}),
    ...(topics.length > 0 ? { topics } : {}),
    findings:
      unused.length === 0
        ? []
        : [
            {
              kind: 'front-matter',
              severity: 'info',
              place,
              reason: `front matter without a use here: ${unused.slice(0, 20).join(', ')}`,
            },
          ],
  };
}

interface Fault {
  /** Of the front matter, from 1. */
  readonly line: number;
  readonly reason: string;
  readonly note: string;
}

function readYaml(source: string): { readonly data: Record<string, unknown> } | { readonly fault: Fault } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'silent',
    schema: 'core',
    prettyErrors: false,
  });
  const fault = (offset: number, reason: string, note: string) => ({
    fault: { line: lines.linePos(offset).line, reason, note },
  });
  const error = document.errors.find(({ code }) => code === 'TAB_AS_INDENT') ?? document.errors[0];
  if (error?.code === 'TAB_AS_INDENT')
    return fault(error.pos[0], 'a tab indents this line', 'YAML is indented with spaces alone.');
  if (error)
    return fault(
      error.pos[0],
      `not valid YAML (${error.message.split('\n')[0] ?? ''})`,
      'Check quotes, colons and indentation near here.',
    );
  const { contents } = document;
  if (contents !== null && !isMap(contents))
    return fault(
      contents.range?.[0] ?? 0,
      `the front matter is ${isSeq(contents) ? 'a list' : 'a single value'}`,
      'Write keys with values, such as "title: …".',
    );
  try {
    const value = (document.toJS({ maxAliasCount: 50 }) ?? {}) as Record<string, unknown>;
    return {
      data: Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, typeof item === 'number' ? String(item) : item]),
      ),
    };
  } catch {
    return fault(0, 'its YAML aliases repeat one another too often', 'Write the values out.');
  }
}

/** `key = "value"` and `key = ["a", "b"]`: what front matter in TOML is made of. */
function readToml(source: string): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const line of source.split('\n')) {
    const [, key, value] = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const list = /^\[(.*)\]$/.exec(value)?.[1];
    data[key] =
      list === undefined
        ? value.replace(/^(["'])(.*)\1$/, '$2')
        : list.split(',').map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return data;
}
