import { unzipSync } from 'fflate';
import type { Element, Root as Page } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { BookPage } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { boundHtml } from '../html/bound.ts';
import { hasClass } from '../html/classes.ts';
import { htmlToMdast } from '../html/to-mdast.ts';
import { wordsOf } from '../html/words-of.ts';
import { oneLine } from '../model/text-of.ts';
import { boundedPackage } from '../readers/docx-package.ts';
import { element } from '../readers/epub.ts';
import { type BuiltPlaces, builtAnswer, elementsIn, placesOf, remarksOn } from './built-markup.ts';
import { derivedTypes, type SaidFields, withoutTypes, withSaid } from './derived-types.ts';
import { fieldsOfPage } from './fields-of-page.ts';
import { type OwnDocument, type OwnEntry, ownBook, ownDocument } from './own-book.ts';

interface BuiltPage {
  readonly path: string;
  readonly page: Page;
}

/** The book of an EPUB that a build of ours made; undefined for any other. */
export function bookOfEpub(path: string, bytes: Uint8Array): OwnDocument | undefined {
  const files = unzipSync(boundedPackage(bytes));
  const text = (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array());
  const opf = text('OEBPS/content.opf');
  if (!/class="made-with"[^>]*>Octavo · EPUB/.test(text('OEBPS/colophon.xhtml'))) return undefined;
  const names = [...opf.matchAll(/<item [^>]*href="((?:chapter|front|back)-[^"]+\.xhtml)"/g)];
  const pages = names.map(([, name = '']) => {
    // In XHTML an element may close itself.
    const markup = text(`OEBPS/${name}`).replace(/<(span|div|a)\b([^<>]*)\/>/g, '<$1$2></$1>');
    return { path: `OEBPS/${name}`, page: fromHtml(boundHtml(markup)) };
  });
  const said = (name: string) => element(opf, name) ?? '';
  const about = { title: said('dc:title'), language: said('dc:language'), iri: said('dc:source') };
  const version = /property="schema:version">([^<]*)/.exec(opf)?.[1] ?? '';
  return bookOf(
    path,
    pages,
    { ...about, edition: { version, date: said('dc:date') } },
    (name) => files[name],
  );
}

/** The entries of a page of a website that a build of ours made; undefined for any other page. */
export function bookOfPage(path: string, text: string, find: FindAsset): OwnDocument | undefined {
  if (!/<link rel="stylesheet" href="[^"]*static\/octavo\.css"/.test(text)) return undefined;
  const page = fromHtml(boundHtml(text));
  const [entry] = elementsIn(page, (node) => hasClass(node, 'entry'));
  const button =
    entry && elementsIn(entry, ({ properties }) => /\/entry\//.test(String(properties.dataCopy)))[0];
  const iri = String(button?.properties.dataCopy ?? '').replace(/entry\/[^/]*$/, '');
  if (iri === '') return undefined;
  const meta = (name: string) =>
    elementsIn(page, ({ properties }) => properties.property === name).map((one) =>
      String(one.properties.content),
    )[0];
  const [html] = elementsIn(page, ({ tagName }) => tagName === 'html');
  const [date] = elementsIn(
    page,
    ({ tagName, properties }) => tagName === 'time' && Boolean(properties.dateTime),
  );
  const about = { title: meta('og:site_name') ?? '', language: String(html?.properties.lang ?? 'en'), iri };
  const edition = { version: 'imported', date: String(date?.properties.dateTime ?? '1970-01-01') };
  return bookOf(path, [{ path, page }], { ...about, edition }, find);
}

function bookOf(
  path: string,
  pages: readonly BuiltPage[],
  about: {
    readonly title: string;
    readonly language: string;
    readonly iri: string;
    readonly edition: unknown;
  },
  find: FindAsset,
): OwnDocument {
  const places = placesOf(
    pages.map(({ page }) => page),
    about.iri,
    find,
  );
  const chapters: { id: string; title: string; summary?: string }[] = [];
  const entries: OwnEntry[] = [];
  const said: SaidFields[] = [];
  const outside: Record<'front' | 'intros' | 'back', BookPage[]> = { front: [], intros: [], back: [] };
  for (const { path: from, page } of pages) {
    const all = elementsIn(page, (node) => hasClass(node, 'entry'));
    const [h1] = elementsIn(page, ({ tagName }) => tagName === 'h1');
    const [, kind = '', name] = /\/(front|back|chapter)-([^/]+)\.xhtml$/.exec(from) ?? [];
    const title = h1 ? oneLine(wordsOf(h1)) : about.title;
    if ((kind === 'front' || kind === 'back') && h1) {
      const body = elementsIn(page, (node) => node.children.includes(h1))[0]?.children.filter(
        (one) => one !== h1,
      );
      const { answer, footnotes } = builtAnswer(body ?? [], places, from, 0);
      outside[kind].push({ id: name ?? '', title, body: answer, footnotes, place: { path, line: 1 } });
      continue;
    }
    const id = name ?? canonicalName(page);
    const [lede] = elementsIn(page, (node) => hasClass(node, 'lede') || hasClass(node, 'summary'));
    if (all.length > 0) chapters.push({ id, title, ...(lede ? { summary: oneLine(wordsOf(lede)) } : {}) });
    const [intro] = elementsIn(page, (node) => hasClass(node, 'introduction') || hasClass(node, 'prose'));
    if (all.length > 0 && intro) {
      const { answer, footnotes } = builtAnswer(intro.children, places, from, 0);
      outside.intros.push({ id, title, body: answer, footnotes, place: { path, line: 1 } });
    }
    for (const entry of all) {
      const fields = fieldsOfPage(entry);
      said.push(fields);
      entries.push(withSaid(entryOf(entry, id, places, { path, from }), fields));
    }
  }
  const id = /([^/]+)\/$/.exec(about.iri)?.[1] ?? 'handbook';
  const book = ownBook({ ...about, id }, { chapters, assets: places.shelf.assets }, entries);
  const what = /\.epub$/i.test(path) ? 'an EPUB' : 'a page of a website';
  const remarks = remarksOn(
    places,
    what,
    withoutTypes('topics, index terms and the glossary, nor parts and what else handbook.yaml says', said),
  );
  return ownDocument({ ...book, ...outside, ...derivedTypes(said) }, entries, new Map(), remarks);
}

/** An entry on a page: its status is its class, its other names are anchors, and its neighbours are links. */
function entryOf(
  entry: Element,
  chapter: string,
  places: BuiltPlaces,
  { path, from }: { readonly path: string; readonly from: string },
): OwnEntry {
  const [head] = elementsIn(entry, (node) => hasClass(node, 'question'));
  const [words] = head ? elementsIn(head, (node) => hasClass(node, 'words')) : [];
  const [answer] = elementsIn(entry, (node) => hasClass(node, 'answer'));
  const key = String(entry.properties.id).slice(1);
  const ids = head
    ? elementsIn(head, ({ properties }) => Boolean(properties.id)).map((node) => String(node.properties.id))
    : [];
  const [id = '', ...others] = ids.filter((name) => name !== `q${key}_question`);
  const status = ['draft', 'deprecated', 'withdrawn'].find((name) => hasClass(entry, name));
  const linked = (name: string) =>
    elementsIn(entry, (node) => hasClass(node, name))
      .flatMap((node) => elementsIn(node, ({ tagName }) => tagName === 'a'))
      .flatMap(
        ({ properties: { href } }) =>
          places.numbers.get(/(?:entry\/|#q)([^/#]+)/.exec(String(href))?.[1] ?? '') ?? [],
      );
  const [replacedBy] = linked('notice');
  const related = linked('related');
  const asked =
    (words ?? head)?.children.filter(
      (node) => !hasClass(node, 'number') && !(node.type === 'element' && node.properties.id),
    ) ?? [];
  const body = answer?.children ?? entry.children.filter((node) => node !== head);
  const [line] = htmlToMdast({
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: asked }],
  });
  const clauses = elementsIn(entry, (node) => hasClass(node, 'clauses')).length > 0;
  return {
    ...builtAnswer(body, places, from, 1),
    ...{ number: places.numbers.get(key) ?? key, id, chapter, place: { path, line: 1 } },
    question: line?.type === 'paragraph' ? line.children : [],
    aliases: others.map((name) => name.replace(/^q(?=\d)/, '')),
    matter: {
      ...(status ? { status } : {}),
      ...(replacedBy === undefined ? {} : { replacedBy }),
      ...(related.length > 0 ? { related } : {}),
      ...(clauses ? { clauses } : {}),
    },
  };
}

/** The last name of the address that a page says it has. */
function canonicalName(page: Page): string {
  const [link] = elementsIn(page, ({ properties }) => [properties.rel].flat().includes('canonical'));
  return /([^/]+)\/$/.exec(String(link?.properties.href))?.[1] ?? 'entries';
}
