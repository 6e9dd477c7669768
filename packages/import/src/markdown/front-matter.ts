import type { Root } from 'mdast';
import { LineCounter, parseDocument } from 'yaml';
import { type Finding, finding } from '../model/finding.ts';
import { lineOf } from '../model/place.ts';

/** What the front matter of a source document says that a handbook can use. */
export interface Matter {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  readonly chapter?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  /** Its place among the files of its folder. */
  readonly order?: number | undefined;
  readonly findings: readonly Finding[];
}

const KEYS = {
  title: ['question', 'title', 'name', 'heading'],
  language: ['lang', 'language', 'locale'],
  date: ['date', 'updated', 'last_modified_at'],
  id: ['id', 'slug', 'anchor'],
  number: ['number', 'no', 'faq_number'],
  chapter: ['chapter', 'category', 'section', 'group', 'area', 'categories', 'parent'],
  order: 'weight order nav_order sidebar_position position sort sort_order menu_order rank'.split(' '),
  topics: ['tags', 'topics', 'categories', 'keywords'],
} as const;

const FORM =
  'Front matter is keys and values, "title: …", between two lines "---"; YAML is indented with spaces.';

/** Takes the front matter off a tree and reads it. Keys without a use are said. */
export function takeFrontMatter(tree: Root, path: string): Matter {
  const [first] = tree.children;
  const type = first?.type as string | undefined;
  if (!first || (type !== 'yaml' && type !== 'toml')) return { findings: [] };
  tree.children.shift();
  const source = (first as { value: string }).value;
  const data = type === 'yaml' ? readYaml(source) : readToml(source);
  if (isFault(data)) {
    const place = { path, line: lineOf(first) + data.line };
    const reason = `the front matter cannot be read: ${data.fault}`;
    return { findings: [finding('source-broken', 'error', place, reason, FORM)] };
  }
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
  const order = text(KEYS.order, /^-?\d+(?:\.\d+)?$/);
  const topicsKey = KEYS.topics.find((name) => Array.isArray(data[name]));
  if (topicsKey) used.add(topicsKey);
  const topics = topicsKey
    ? (data[topicsKey] as unknown[]).map(String).filter((topic) => topic.trim() !== '')
    : [];
  const unused = Object.keys(data).filter((key) => !used.has(key));
  const told = `front matter without a use here: ${unused.slice(0, 20).join(', ')}`;
  return {
    title,
    language,
    date: date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    id,
    number,
    chapter,
    topics: topics.length > 0 ? topics : undefined,
    order: order === undefined ? undefined : Number(order),
    findings: unused.length === 0 ? [] : [finding('front-matter', 'info', { path, line: 1 }, told)],
  };
}

/** What is wrong, and on which line of the front matter, from 1. */
interface Fault {
  readonly fault: string;
  readonly line: number;
}

function isFault(data: Record<string, unknown> | Fault): data is Fault {
  return typeof data.fault === 'string' && typeof data.line === 'number';
}

function readYaml(source: string): Record<string, unknown> | Fault {
  const lines = new LineCounter();
  const document = parseDocument(source, { logLevel: 'silent', schema: 'core', lineCounter: lines });
  const [error] = document.errors;
  const tab = /^ *\t/m.exec(source);
  if (error && tab) return { fault: 'a tab indents this line', line: lines.linePos(tab.index).line };
  if (error) return { fault: firstLine(error.message), line: lines.linePos(error.pos[0]).line };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (problem) {
    return { fault: firstLine(String(problem)), line: 1 };
  }
  if (value === null) return {};
  const start = document.contents?.range?.[0] ?? 0;
  if (typeof value !== 'object' || Array.isArray(value))
    return {
      fault: `it holds ${Array.isArray(value) ? 'a list' : 'a text'}, no keys`,
      line: lines.linePos(start).line,
    };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'number' ? String(item) : (item as unknown),
    ]),
  );
}

function firstLine(message: string): string {
  return message.split(/ at line \d|\n/, 1)[0] ?? message;
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
