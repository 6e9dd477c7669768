import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { eachHtml } from '../html/to-mdast.ts';
import { wordsOf } from '../html/words-of.ts';
import type { FoundDropped } from '../model/found.ts';
import { decoded, pathFrom } from '../model/paths.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { dataAddress } from './data-address.ts';
import { boundedPackage } from './docx-package.ts';
import { readHtml } from './html.ts';

/** Reads an EPUB: the documents of its spine in their order, as one page; its navigation is left out. */
export function readEpub(source: SourceText): ReadDocument {
  const files = unzipSync(boundedPackage(source.bytes));
  const text = (path: string) => new TextDecoder().decode(files[path] ?? new Uint8Array());
  const opf = attribute(text('META-INF/container.xml'), 'rootfile', 'full-path')[0] ?? '';
  const folder = opf.slice(0, opf.lastIndexOf('/') + 1);
  const data = text(opf);
  const items = [...data.matchAll(/<item\b[^>]*>/g)].map(([tag]) => ({
    id: value(tag, 'id'),
    href: decoded(value(tag, 'href')),
    properties: value(tag, 'properties'),
  }));
  const picture = (path: string) => dataAddress(path, files[path]);
  const byId = new Map(items.map((item) => [item.id, item]));
  const spine = attribute(data, 'itemref', 'idref').flatMap((id) => byId.get(id) ?? []);
  const pages = spine.filter(({ properties }) => !/\bnav\b/.test(properties));
  const body = pages.map(({ href }) => inside(text(folder + href), folder + href, picture)).join('\n');
  const title = element(data, 'dc:title');
  const said = element(data, 'dc:language') ?? '';
  // Pandoc writes the locale of its machine, which may be "C".
  const language = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(said) ? said : undefined;
  const read = readHtml({ ...source, text: `<html><body>${body}</body></html>`, kind: 'html' });
  const dropped: FoundDropped[] = [...read.dropped];
  return { ...read, ...(title ? { title } : {}), ...(language ? { language } : {}), dropped };
}

/**
 * Takes the body out of a page. Its links lead to places of the whole book, in which the page's name is a place too;
 * its pictures are in their addresses.
 */
function inside(xhtml: string, path: string, picture: (path: string) => string | undefined): string {
  const page = path.split('/').at(-1) ?? '';
  const body = /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(xhtml)?.[1] ?? '';
  return body
    .replace(
      /\b(href)="(?![a-z]+:|#)(?:[^"#]*\/)?([^"#]*)#([^"]*)"/gi,
      (_all, name: string, _to: string, id: string) => `${name}="#${id}"`,
    )
    .replace(
      /\bhref="([^":#]*\/)?([^":#/]+\.x?html)"/gi,
      (_all, _folder: string, to: string) => `href="#${to}"`,
    )
    .replace(
      /(<img\b[^>]*?\ssrc\s*=\s*)(["'])(?![a-z]+:)([^"']*)\2/gi,
      (whole, head: string, quote: string, src: string) => {
        const data = picture(pathFrom(path, src.replace(/[?#].*$/, '')));
        return data === undefined ? whole : `${head}${quote}${data}${quote}`;
      },
    )
    .replace(/^/, `<a id="${page}"></a>`);
}

function attribute(xml: string, tag: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*>`, 'g'))]
    .map(([found]) => value(found, name))
    .filter(Boolean);
}

function value(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
}

/** The words of the first element of a name. */
export function element(xml: string, name: string): string | undefined {
  const inner = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
  if (inner === undefined) return undefined;
  let said = '';
  eachHtml(fromHtml(inner, { fragment: true }), (node) => {
    if (node.type === 'text') said += wordsOf(node);
  });
  return said.trim() || undefined;
}
