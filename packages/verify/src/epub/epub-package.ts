import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { allElements, type Element, findElement, matches, rawText } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';

/** An EPUB as its package document describes it (EPUB 3.3, 5). Paths are from the container's root. */
export interface EpubPackage {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The path of the package document. */
  readonly opf: string;
  readonly items: readonly EpubItem[];
  readonly metadata: Element;
  /** The documents of the spine, in reading order. */
  readonly spine: readonly string[];
  /** These, and behind them the documents that are in no spine. */
  readonly inOrder: readonly string[];
  /** Every XHTML document of the manifest, parsed. */
  readonly documents: ReadonlyMap<string, Element>;
  readonly nav: string | undefined;
  readonly ncx: Element | undefined;
  /** Labels of pages, as marks and list have them. */
  readonly pageLabels: readonly string[];
  /** What is wrong with the container itself. */
  readonly faults: readonly string[];
}

/** A file that the package lists. */
export interface EpubItem {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string;
}

/** Opens an EPUB. Throws when it is no zip, or has no package document. */
export function openEpub(bytes: Uint8Array): EpubPackage {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const faults: string[] = [];
  const container = xmlAt(files, 'META-INF/container.xml');
  const opf = findElement(container, 'rootfile')?.attributes['full-path'] ?? '';
  const root = xmlAt(files, opf);
  const items = allElements(root, 'item');
  const pathOf = (href = ''): string => posix.join(posix.dirname(opf), decodeURI(href));
  const byId = new Map(items.map((item) => [item.attributes.id, item]));
  const documents = new Map<string, Element>();
  for (const { attributes } of items) {
    const path = pathOf(attributes.href);
    if (!files.has(path)) faults.push(`the package lists ${path}, which is not in it`);
    else if (attributes['media-type'] === 'application/xhtml+xml') documents.set(path, xmlAt(files, path));
  }
  const spine = allElements(root, 'itemref').flatMap(({ attributes }) => {
    const item = byId.get(attributes.idref);
    if (!item) faults.push(`the spine names ${attributes.idref}, which the package does not list`);
    return item ? [pathOf(item.attributes.href)] : [];
  });
  const nav = findElement(root, 'item[properties~=nav]');
  const ncx = findElement(root, 'item[media-type="application/x-dtbncx+xml"]');
  if (decode(bytes.subarray(30, 58)) !== 'mimetypeapplication/epub+zip')
    faults.push('the first file is not an uncompressed mimetype');
  return {
    files,
    opf,
    items: items.map(({ attributes: { href, 'media-type': mediaType = '', properties = '' } }) => ({
      path: pathOf(href),
      mediaType,
      properties,
    })),
    pageLabels: [...documents.values()].flatMap((one) =>
      allElements(one, '[role~=doc-pagebreak]').map(pageLabel),
    ),
    metadata: findElement(root, 'metadata') ?? root,
    spine,
    inOrder: [...new Set([...spine, ...documents.keys()])],
    documents,
    nav: nav && pathOf(nav.attributes.href),
    ncx: ncx && xmlAt(files, pathOf(ncx.attributes.href)),
    faults,
  };
}

/** What the package says of itself under a name such as `title` or, for `meta`, a property. */
export function metadataOf({ metadata }: EpubPackage, name: string): readonly string[] {
  return allElements(metadata)
    .filter((one) => one.name === name || matches(one, `meta[property="${name}"]`))
    .map((one) => rawText(one).trim());
}

/** The label of a page, on the mark of its beginning. */
export function pageLabel({ attributes }: Element): string {
  return attributes.title ?? attributes['aria-label'] ?? '';
}

function xmlAt(files: ReadonlyMap<string, Uint8Array>, path: string): Element {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`there is no ${path || 'package document'} in it`);
  try {
    return parseXml(decode(bytes));
  } catch (error) {
    throw new Error(
      `${path} is no well-formed XML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
