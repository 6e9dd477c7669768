import { parseDocument } from 'yaml';
import type { Group, ListedPage } from './listed-page.ts';

const PAGE = ['file', 'href', 'id', 'doc', 'page', 'path', 'link'];
const TITLE = ['label', 'title', 'text', 'part', 'caption', 'section', 'name'];
const LISTS = ['nav', 'chapters', 'parts', 'sections', 'entries', 'items', 'contents', 'pages', 'appendices'];
/** Keys of a whole file in which its lists of pages lie. */
const ROOT = ['nav', 'book', 'website', 'sidebar', 'root', ...LISTS];

/** The pages that a nav of MkDocs, the chapters of Quarto, a _toc.yml of Jupyter Book or sidebars of Docusaurus list. */
export function listedIn(data: unknown): readonly ListedPage[] {
  const found: ListedPage[] = [];
  const root = isObject(data) && ROOT.some((key) => key in data) ? { ...data } : data;
  if (!isObject(root) || root === data) {
    // Sidebars by their names: no name of a sidebar is a title.
    for (const sidebar of isObject(data) ? Object.values(data) : [data]) collect(sidebar, [], found);
    return found;
  }
  for (const key of ROOT) {
    const value = root[key];
    if (key === 'root' && typeof value === 'string') found.push({ page: value, above: [] });
    else if (isObject(value)) found.push(...listedIn(value));
    // Quarto prints that word above them.
    else if (Array.isArray(value))
      collect(value, key === 'appendices' ? [{ title: 'Appendices' }] : [], found);
  }
  return found;
}

function collect(value: unknown, above: readonly Group[], found: ListedPage[]): void {
  if (above.length > 20) return;
  if (typeof value === 'string') found.push({ page: value, above });
  else if (Array.isArray(value)) for (const one of value) collect(one, above, found);
  else if (isObject(value)) {
    const linked = isObject(value.link) ? value.link : value;
    const page = PAGE.map((key) => linked[key]).find((one) => typeof one === 'string') as string | undefined;
    const title = TITLE.map((key) => value[key]).find((one) => typeof one === 'string') as string | undefined;
    const lists = LISTS.filter((key) => Array.isArray(value[key]) || isObject(value[key]));
    if (page === undefined && lists.length === 0 && typeof value.type !== 'string') {
      for (const [key, inner] of Object.entries(value))
        if (typeof inner === 'string') found.push({ page: inner, title: key, above });
        else collect(inner, [...above, { title: key }], found);
      return;
    }
    // A part of Quarto may be called by its page.
    const called = page ?? (title !== undefined && /\.\w{2,4}$/.test(title) ? title : undefined);
    if (called !== undefined)
      found.push({ page: called, title: called === title ? undefined : title, above });
    const group = title ?? called;
    const inner = group === undefined ? above : [...above, { title: group, page: called }];
    for (const key of lists) collect(value[key], inner, found);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The data of a file: YAML, JSON, or the object that a script of settings writes out. Undefined where it cannot be read. */
export function dataOf(path: string, text: string): unknown {
  const isScript = /\.[cm]?[jt]s$/.test(path);
  const plain = isScript ? text.replace(/\/\*[\s\S]*?\*\/|(^|[\s,{[])\/\/.*$/gm, '$1') : text;
  const value = isScript
    ? /(?:module\.exports\s*=|export default|sidebars\b[^=\n]*=)\s*(\{[\s\S]*?^\})/m.exec(plain)?.[1]
    : plain;
  if (value === undefined) return undefined;
  try {
    const document = parseDocument(value, { logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

/** The first of some keys that a file of settings gives a text: in YAML at the top or in `book` or `website`, else on a line of its own. */
export function textIn(path: string, text: string, keys: readonly string[]): string | undefined {
  if (/\.ya?ml$/.test(path)) {
    const data = dataOf(path, text);
    const places = isObject(data) ? [data.book, data.website, data].filter(isObject) : [];
    const values = places.flatMap((place) => keys.map((key) => place[key]));
    return values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
  }
  const line = new RegExp(`^[ \\t]*(?:${keys.join('|')})\\s*[=:]\\s*(["'\`])(.+?)\\1\\s*[,;]?\\s*$`, 'm');
  return line.exec(text)?.[2];
}
