import type { Compiled } from '@octavo/core';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A compiled site, opened for looking at. */
export interface Opened {
  readonly text: (path: string) => string;
  readonly has: (path: string) => boolean;
  readonly paths: readonly string[];
  /** Every HTML page, parsed as a browser would. */
  readonly pages: ReadonlyMap<string, Root>;
}

export function opened(compiled: Compiled): Opened {
  const files = new Map(compiled.files.map((file) => [file.path, file.content as Uint8Array]));
  const text = (path: string): string => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no file ${path}`);
    return new TextDecoder().decode(bytes);
  };
  const html = [...files.keys()].filter((path) => path.endsWith('.html'));
  return {
    text,
    has: (path) => files.has(path),
    paths: [...files.keys()],
    pages: new Map(html.map((path) => [path, fromHtml(text(path))])),
  };
}

/** Every element below a node, in document order. */
export function elements(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

export function withTag(node: Nodes, ...names: string[]): Element[] {
  return elements(node).filter((element) => names.includes(element.tagName));
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
