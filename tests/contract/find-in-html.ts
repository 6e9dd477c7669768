import { posix } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Finder, textOf } from './findings.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Entries as the contents list them, links as the entry's own permanent page has them. */
export const htmlFindings: Finder = (files, handbook) => {
  const links = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    const number = /^entry\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (number === undefined) continue;
    const anchors = elements(textOf(files, path), 'a').filter((anchor) =>
      attribute(anchor, 'class')?.split(' ').includes('cross-reference'),
    );
    links.set(
      number,
      new Set(anchors.map((anchor) => numberAt(path, attribute(anchor, 'href') ?? '', files))),
    );
  }
  const known = new Set(handbook.chapters.flatMap((chapter) => chapter.entries.map((entry) => entry.number)));
  const listed = elements(textOf(files, 'index.html'), 'a').map((anchor) =>
    numberAt('index.html', attribute(anchor, 'href') ?? '', files),
  );
  return {
    numbers: listed.filter((number, at) => known.has(number) && listed.indexOf(number) === at),
    links,
  };
};

/** The number of the entry a link lands on: its permanent page, or its heading in a chapter page. */
function numberAt(from: string, href: string, files: ReadonlyMap<string, Uint8Array>): string {
  if (/^[a-z]+:/i.test(href)) return '';
  const [file = '', fragment] = href.split('#');
  const target = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!files.has(target)) return `nowhere (${href})`;
  if (fragment === undefined || fragment === '')
    return /^entry\/([^/]+)\/index\.html$/.exec(target)?.[1] ?? '';
  const lands = elements(textOf(files, target)).some((element) => attribute(element, 'id') === fragment);
  return lands ? (/^q(.+)$/.exec(fragment)?.[1] ?? '') : `nowhere (${href})`;
}

function elements(html: string, tag?: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node && (tag === undefined || node.tagName === tag)) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((item) => item.name === name)?.value;
}
