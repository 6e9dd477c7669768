import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { compareImprint } from '../compare/compare-imprint.ts';
import { MARKUP } from '../content/normalise.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, childElements, findElement, rawText } from '../markup/element.ts';
import { linksIn } from './epub-navigation.ts';
import type { EpubReading } from './epub-reading.ts';

/** Media types that the book's files may have: text, pictures and fonts, but nothing that runs. */
const MEDIA =
  /^(?:application\/xhtml\+xml|application\/x-dtbncx\+xml|text\/css|image\/(?:png|jpeg|gif|webp|svg\+xml)|font\/\w+|application\/(?:vnd\.ms-opentype|font-\w+))$/;

/** What the package lists, what it says of the book, its imprint, its cover, its landmarks. */
export function compareEpubPackage(reading: EpubReading): void {
  const { findings, book, epub, file } = reading;
  compareItems(reading);
  comparePackageWords(reading);
  const isImprint = '[epub\\:type~=copyright-page]';
  const [path = '', imprint] = [...epub.documents].find(([, root]) => findElement(root, isImprint)) ?? [];
  const body = imprint && findElement(imprint, 'body');
  const words = body ? rawText(body) : '';
  compareImprint(findings.about({ file: `${file}!/${path}` }), 'epub', book, words, MARKUP);
  compareCover(reading);
  compareLandmarks(reading);
}

/**
 * Checks that the package lists every file of the container and no other, each of a type that runs nothing.
 */
function compareItems({ findings, epub, file }: EpubReading): void {
  const own = findings.about({ part: 'package', file });
  const listed = new Set([
    'mimetype',
    'META-INF/container.xml',
    epub.opf,
    ...epub.items.map(({ path }) => path),
  ]);
  for (const path of [...epub.files.keys()].filter((one) => !one.endsWith('/'))) {
    const stray = listed.has(path) ? undefined : path;
    own.none('active', stray, `${path} is in the container and not in the package`);
  }
  for (const { path, mediaType, properties } of epub.items) {
    const is = MEDIA.test(mediaType) && !/scripted|remote-resources/.test(properties) && epub.files.has(path);
    own.none(
      'active',
      is ? undefined : mediaType,
      `the package lists ${path} as ${mediaType} ${properties}`.trim(),
    );
  }
}

/** The package says every fact of the book, and nothing else. */
function comparePackageWords({ findings, book, epub, file }: EpubReading): void {
  const { handbook } = book;
  const { title, subtitle, description, keywords, contributors, publisher, license } = handbook;
  const { copyright, identifiers, iri } = handbook;
  const facts = [title, subtitle, description, ...keywords, ...contributors.map(({ name }) => name)].concat(
    [publisher?.name, license?.url, license?.name, copyright, identifiers.doi, iri],
    [identifiers.isbn?.epub?.replace(/\D/g, '')],
  );
  const own = findings.about({ part: 'metadata', file });
  const is = MARKUP.text(allElements(epub.metadata).map(rawText).join('\n'));
  for (const fact of facts.filter((one) => one !== undefined))
    own.holds('metadata', is.includes(MARKUP.text(fact)), fact, '', `the package does not say “${fact}”`);
  const vocabulary = vocabularyOf(handbook, epub.pageLabels);
  for (const element of allElements(epub.metadata, ':not(meta)')) {
    if (childElements(element).length > 0) continue;
    const text = rawText(element).replace(/^urn:isbn:\d+$|^urn:uuid:[\da-f-]+$|^https:\/\/doi\.org\//, '');
    own.words('metadata', vocabulary, [text], `the package says as its ${element.name}`);
  }
}

/** The cover is the handbook's picture, where it is one. */
function compareCover({ findings, book: { handbook }, epub, file }: EpubReading): void {
  const cover = epub.items.find(({ properties }) => /\bcover-image\b/.test(properties));
  const wanted = handbook.images.find(({ path }) => path === handbook.cover?.image);
  if (wanted?.mediaType !== cover?.mediaType || !wanted || !cover) return;
  const bytes = epub.files.get(cover.path);
  const same = bytes !== undefined && hash('sha256', bytes) === wanted.sha256;
  const own = findings.about({ part: 'cover', file });
  own.holds('images', same, wanted.path, cover.path, 'the cover is another picture');
}

/** Checks that landmarks lead where they say: contents to the contents, the text to its first document. */
function compareLandmarks({ findings, epub, file }: EpubReading): void {
  const nav = epub.nav ?? '';
  const links = linksIn(epub, 'landmarks');
  const own = findings.about({ part: 'landmarks', file: `${file}!/${nav}` });
  if (!own.holds('navigation', links.length > 0, 'landmarks', '', 'there are no landmarks')) return;
  const begins = '[role~=doc-qna], [epub\\:type~=part]';
  const first = epub.spine.find((one) => {
    const document = epub.documents.get(one);
    return document && findElement(document, begins);
  });
  for (const { attributes } of links) {
    const type = attributes['epub:type'] ?? '';
    const [to = ''] = (attributes.href ?? '').split('#');
    const path = to === '' ? nav : posix.join(posix.dirname(nav), to);
    const target = epub.documents.get(path);
    const kind = KINDS.has(type) ? `[epub\\:type~=${type}]` : '*';
    const leads = type === 'bodymatter' ? path === first : target && findElement(target, kind) !== undefined;
    own.holds('navigation', leads === true, type, path, `the landmark ${type} leads to ${path}`);
  }
}

/** For these kinds of landmark, the target itself must be of that kind. */
const KINDS: ReadonlySet<string> = new Set(
  'toc loi lot cover titlepage copyright-page glossary index preface colophon'.split(' '),
);
