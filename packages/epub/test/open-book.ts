import type { Compiled } from '@octavo/core';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';

/** An EPUB taken apart: file names from the package document's folder. */
export interface OpenBook {
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array;
  readonly text: (name: string) => string;
  /** Parses strictly: anything that is not well-formed XML throws. */
  readonly xml: (name: string) => Document;
  /** The documents of the spine in order. */
  readonly spine: readonly string[];
}

/** Opens the one file of a compilation. */
export function openCompiled(compiled: Compiled): OpenBook {
  const content = compiled.files[0]?.content;
  if (!(content instanceof Uint8Array)) throw new Error('no bytes');
  return openBook(content);
}

export function openBook(epub: Uint8Array): OpenBook {
  const entries = Object.fromEntries(
    Object.entries(unzipSync(epub))
      .filter(([name]) => name.startsWith('OEBPS/'))
      .map(([name, bytes]) => [name.slice('OEBPS/'.length), bytes]),
  );
  return bookOf(entries);
}

/** A book from its files, as a test alters them. */
export function bookOf(entries: Readonly<Record<string, Uint8Array>>): OpenBook {
  const bytes = (name: string): Uint8Array => {
    const found = entries[name];
    if (!found) throw new Error(`no ${name} in the book`);
    return found;
  };
  const text = (name: string): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes(name));
  const xml = (name: string): Document => {
    const fail = (level: string, message: string): void => {
      throw new Error(`${name}: ${level}: ${message}`);
    };
    return new DOMParser({ onError: fail }).parseFromString(text(name), 'application/xml');
  };
  const opf = xml('content.opf');
  const items = new Map(all(opf, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href')]));
  const spine = all(opf, 'itemref').map((item) => items.get(item.getAttribute('idref')) ?? '');
  return { names: Object.keys(entries), bytes, text, xml, spine };
}

/** Every element of a name, in document order; `*` for all. */
export function all(node: Document | Element, name: string): readonly Element[] {
  return [...node.getElementsByTagName(name)];
}
