import { posix } from 'node:path';
import { compareGlossary } from '../compare/compare-glossary.ts';
import { compareImages } from '../compare/compare-images.ts';
import { compareImprint } from '../compare/compare-imprint.ts';
import { compareIndex } from '../compare/compare-index.ts';
import { compareMark } from '../compare/compare-mark.ts';
import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { expectedImages } from '../expected/expected-images.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, type Element, findElement, names, rawText } from '../markup/element.ts';
import { hidingRules } from '../markup/hiding.ts';
import { imagesIn } from '../markup/images.ts';
import { judgePage } from '../markup/judge-page.ts';
import { parseStyles } from '../markup/style-sheet.ts';
import { sha256 } from '../tree/assets.ts';
import type { EpubAnchors } from './epub-anchors.ts';
import type { EpubPackage } from './epub-package.ts';

/** Media types that the book's files may have: text, pictures, fonts, nothing that runs. */
const MEDIA =
  /^(?:application\/xhtml\+xml|application\/x-dtbncx\+xml|text\/css|image\/(?:png|jpeg|gif|webp|svg\+xml)|font\/\w+|application\/(?:vnd\.ms-opentype|font-\w+))$/;

/** Each document by itself, the pictures' files, what the package lists, its landmarks, its imprint and its cover. */
export function compareEpubDocuments(
  findings: Findings,
  book: ExpectedBook,
  epub: EpubPackage,
  anchors: EpubAnchors,
  prose: ReadonlySet<string>,
  file: string,
): void {
  const { handbook } = book;
  const decoder = new TextDecoder();
  const sheets = [...epub.files]
    .filter(([path]) => path.endsWith('.css'))
    .map(([, bytes]) => parseStyles(decoder.decode(bytes)));
  const hiding = hidingRules(sheets);
  const vocabulary = vocabularyOf(handbook, epub.pageLabels);
  const images = expectedImages(handbook);
  const shown: { number: string; image: ReturnType<typeof imagesIn>[number]; path: string }[] = [];
  for (const path of [
    ...epub.spine,
    ...[...epub.documents.keys()].filter((one) => !epub.spine.includes(one)),
  ]) {
    const root = epub.documents.get(path);
    if (!root) continue;
    const at = { part: path, file: `${file}!/${path}` };
    const holdsContent = (one: Element): boolean =>
      names(one, 'role', 'doc-qna') || (prose.has(path) && one.name === 'body');
    const notes = allElements(root).filter((one) => names(one, 'role', 'note'));
    compareMark(findings, at, handbook, notes.map(rawText));
    // A list of changes quotes earlier editions, and says to ears what is struck out.
    const quotes = path.endsWith('/changes.xhtml');
    const judged = judgePage({ root, hiding, vocabulary, site: false, holdsContent });
    for (const { subject, found, wrong } of judged.filter((one) => !quotes || one.subject === 'active'))
      findings.holds(subject, at, wrong === undefined, '', found, wrong ?? '');
    const target = (href: string): string => anchors.target(path, href);
    const part = (role: string): Element | undefined => findElement(root, (one) => names(one, 'role', role));
    const [glossary, index] = [part('doc-glossary'), part('doc-index')];
    if (glossary) compareGlossary(findings, at, book, glossary, target);
    if (index) compareIndex(findings, at, book, index, target);
    for (const section of allElements(root).filter((one) => names(one, 'role', 'doc-qna')))
      for (const image of imagesIn(section))
        shown.push({ number: /^q(.+)$/.exec(section.attributes.id ?? '')?.[1] ?? '', image, path });
  }
  const hashOf = (from: string, src: string): string | undefined => {
    const bytes = epub.files.get(posix.join(posix.dirname(from), decodeURI(src)));
    return bytes && sha256(bytes);
  };
  for (const { number } of book.entries) {
    const own = shown.filter((one) => one.number === number);
    if (own.length === 0) continue;
    const found = own.map(({ image, path }) => ({ ...image, sha256: hashOf(path, image.src) }));
    const expected = images.filter(({ entry }) => entry === number);
    compareImages(findings, { entry: number, file }, handbook, expected, found);
  }
  compareItems(findings, epub, file);
  comparePackageWords(findings, book, epub, file);
  for (const sheet of sheets) {
    const elsewhere = sheet.addresses.find((one) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(one));
    const reason = `a style sheet loads ${elsewhere}`;
    findings.holds(
      'active',
      { part: 'style sheets', file },
      elsewhere === undefined,
      '',
      elsewhere ?? '',
      reason,
    );
  }
}

/** The package lists every file of the container and no other, each of a kind that runs nothing. */
function compareItems(findings: Findings, epub: EpubPackage, file: string): void {
  const about = { part: 'package', file };
  const listed = new Set(epub.items.map(({ path }) => path));
  const own = new Set(['mimetype', 'META-INF/container.xml', epub.opf]);
  for (const path of epub.files.keys()) {
    if (path.endsWith('/')) continue;
    const reason = `${path} is in the container and not in the package`;
    findings.holds('active', about, listed.has(path) || own.has(path), '', path, reason);
  }
  for (const { path, mediaType, properties } of epub.items) {
    const is = MEDIA.test(mediaType) && !/scripted|remote-resources/.test(properties) && epub.files.has(path);
    const reason = `the package lists ${path} as ${mediaType} ${properties}`.trim();
    findings.holds('active', about, is, '', mediaType, reason);
  }
}

/** What the package says of the book, and where its landmarks lead. */
function comparePackageWords(findings: Findings, book: ExpectedBook, epub: EpubPackage, file: string): void {
  const { handbook } = book;
  const about = { part: 'metadata', file };
  const said = allElements(epub.metadata).map(rawText).join('\n');
  const {
    title,
    subtitle,
    description,
    keywords,
    contributors,
    publisher,
    license,
    copyright,
    identifiers,
    iri,
  } = handbook;
  const facts = [
    title,
    subtitle,
    description,
    ...keywords,
    ...contributors.map(({ name }) => name),
    publisher?.name,
  ]
    .concat([
      license?.url,
      license?.name,
      copyright,
      identifiers.doi,
      iri,
      identifiers.isbn?.epub?.replace(/\D/g, ''),
    ])
    .filter((fact) => fact !== undefined);
  const is = MARKUP.text(said);
  for (const fact of facts) {
    const there = is.includes(MARKUP.text(fact));
    findings.holds('metadata', about, there, fact, '', `the package does not say “${fact}”`);
  }
  const vocabulary = vocabularyOf(handbook, epub.pageLabels);
  for (const element of allElements(epub.metadata)) {
    if (element.name === 'meta' || element.children.some((child) => typeof child !== 'string')) continue;
    const text = rawText(element).replace(/^urn:isbn:\d+$|^urn:uuid:[\da-f-]+$|^https:\/\/doi\.org\//, '');
    const words = vocabulary.unexplained(text);
    const reason = `the package says “${words}” as its ${element.name}, which the handbook does not`;
    findings.holds('metadata', about, words === undefined, '', words ?? '', reason);
  }
  const [path = '', imprint] =
    [...epub.documents].find(([, root]) =>
      allElements(root).some((one) => names(one, 'epub:type', 'copyright-page')),
    ) ?? [];
  const body = imprint && findElement(imprint, (one) => one.name === 'body');
  compareImprint(findings, 'epub', book, body ? rawText(body) : '', {
    file: `${file}!/${path}`,
    normalise: MARKUP,
  });
  const cover = epub.items.find(({ properties }) => /\bcover-image\b/.test(properties));
  const wanted = handbook.cover && handbook.images.find((image) => image.path === handbook.cover?.image);
  if (wanted && cover && wanted.mediaType === cover.mediaType) {
    const bytes = epub.files.get(cover.path);
    const same = bytes !== undefined && sha256(bytes) === wanted.sha256;
    findings.holds(
      'images',
      { part: 'cover', file },
      same,
      wanted.path,
      cover.path,
      'the cover is another picture',
    );
  }
  compareLandmarks(findings, epub, file);
}

/** The landmarks lead where they say: contents to the contents, the text to its first document. */
function compareLandmarks(findings: Findings, epub: EpubPackage, file: string): void {
  const nav = epub.documents.get(epub.nav ?? '');
  const list = nav && findElement(nav, (one) => one.name === 'nav' && names(one, 'epub:type', 'landmarks'));
  const about = { part: 'landmarks', file: `${file}!/${epub.nav ?? ''}` };
  if (
    !findings.holds('navigation', about, list !== undefined, 'landmarks', '', 'there are no landmarks') ||
    !list
  )
    return;
  for (const link of allElements(list).filter((one) => one.name === 'a')) {
    const path = posix.join(posix.dirname(epub.nav ?? ''), (link.attributes.href ?? '').split('#')[0] ?? '');
    const type = link.attributes['epub:type'] ?? '';
    const target = epub.documents.get(path === posix.dirname(epub.nav ?? '') ? (epub.nav ?? '') : path);
    const kind = KINDS[type];
    const own = target
      ? allElements(target).flatMap((one) => (one.attributes['epub:type'] ?? '').split(/\s+/))
      : [];
    const first = epub.spine.find((one) =>
      allElements(epub.documents.get(one) as Element).some(
        (el) => names(el, 'role', 'doc-qna') || names(el, 'epub:type', 'part'),
      ),
    );
    const leads =
      target !== undefined &&
      (type === 'bodymatter' ? path === first : !kind || kind.some((name) => own.includes(name)));
    const reason = `the landmark ${type} leads to ${path}`;
    findings.holds('navigation', about, leads, type, path, reason);
  }
}

/** Where a landmark leads has one of these kinds itself. */
const KINDS: Readonly<Record<string, readonly string[] | undefined>> = {
  toc: ['toc'],
  cover: ['cover'],
  titlepage: ['titlepage'],
  'copyright-page': ['copyright-page'],
  glossary: ['glossary'],
  index: ['index'],
  preface: ['preface'],
  colophon: ['colophon'],
};
