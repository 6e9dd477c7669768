import { createHash } from 'node:crypto';
import type { Handbook } from '@octavo/core';
import type { Case } from '../compare/findings.ts';
import { address } from '../expected/address.ts';
import type { PdfDocument, PdfPage } from './pdf-document.ts';
import type { PdfReading } from './pdf-reading.ts';
import { areasIn } from './pdf-structure.ts';
import { nameOf, type PdfDictionary, type PdfValue, textOf } from './pdf-syntax.ts';

/** Keys of a document's catalogue that make it run, open or hide something (ISO 32000-1, 7.7.2). */
const CATALOGUE =
  'OpenAction AA AcroForm AF Collection OCProperties Requirements Perms URI Threads SpiderInfo'.split(' ');
/** Trees of names that carry more than places. */
const NAMES = 'JavaScript EmbeddedFiles AP Renditions AlternatePresentations URLS Pages Templates'.split(' ');
/** Keys of a page that run something or paint beside its content. */
const PAGE = ['AA', 'AF', 'Trans', 'PZ', 'PresSteps', 'B'];
/** Keys of a link that do more than lead somewhere. */
const LINK = ['AA', 'AP', 'MK', 'OC', 'AF', 'PA'];
/** Addresses that a reader may be led to. */
const PLAIN = /^(?:https?|mailto|tel|ftp|doi|urn|geo|sms|xmpp|irc|news|magnet|ipfs|data):/i;

/** Checks that a PDF runs nothing, embeds nothing but what the handbook is made of, and has no annotations but the links of its tags. */
export function compareActive({ findings, pdf, file, book }: PdfReading): void {
  const { objects, structure } = pdf;
  const own = findings.about({ part: 'document', file });
  const { standard, attach = true } = book.source.settings.pdf;
  const isWhole = attach && standard !== 'PDF/A-2a' && !book.source.redline;
  const isCarried = isWhole || standard === 'PDF/A-4f';
  const apart = (keys: readonly string[], carries: string): readonly string[] =>
    keys.filter((key) => !(isCarried && key === carries));
  hasNone(own, 'the document', objects.root, apart(CATALOGUE, 'AF'));
  hasNone(own, 'the document', objects.dictionary(objects.root.get('Names')), apart(NAMES, 'EmbeddedFiles'));
  if (isCarried) compareCarried(own, pdf, book.source, isWhole ? book.source.images : []);
  const tagged = new Set(areasIn(structure).map(({ ref }) => ref));
  for (const [index, page] of pdf.pages.entries()) {
    const where = `page ${pdf.labels[index] ?? ''}`;
    hasNone(own, where, page.facts, PAGE);
    for (const value of objects.list(page.facts.get('Annots'))) {
      const ref = typeof value === 'object' && value !== null && 'ref' in value ? value.ref : -1;
      compareAnnotation(own, pdf, page, where, { value, tagged: tagged.has(ref) });
    }
  }
  for (const item of outlineItems(pdf)) hasNone(own, 'a line of the outline', item, ['A', 'AA']);
}

/** What a PDF carries is the handbook and its pictures, and nothing else. */
function compareCarried(
  own: Case,
  { objects }: PdfDocument,
  handbook: Handbook,
  images: Handbook['images'],
): void {
  const carried = objects.dictionary(objects.dictionary(objects.root.get('Names'))?.get('EmbeddedFiles'));
  const names = objects.list(carried?.get('Names'));
  const files = new Map<string, string>();
  for (let at = 0; at + 1 < names.length; at += 2) {
    const held = objects.dictionary(objects.dictionary(names[at + 1])?.get('EF'))?.get('F');
    files.set(textOf(names[at]) ?? '', held === undefined ? '' : objects.stream(held));
  }
  const pictures = new Set(images.map(({ sha256 }) => `picture-${sha256}`).sort());
  const found = carried?.has('Kids') ? ['a tree of names'] : [...files.keys()];
  if (!own.list('active', ['handbook.json', ...pictures], found, 'the files that the document carries'))
    return;
  const text = Buffer.from(files.get('handbook.json') ?? '', 'latin1').toString('utf8');
  const same = text === `${JSON.stringify(handbook, null, 2)}\n`;
  own.holds('handbook', same, '', '', 'the handbook.json within the document is not the handbook');
  for (const { path, sha256 } of images) {
    const bytes = Buffer.from(files.get(`picture-${sha256}`) ?? '', 'latin1');
    const isSame = createHash('sha256').update(bytes).digest('hex') === sha256;
    own.holds('images', isSame, '', '', `the picture ${path} within the document is another`);
  }
}

function hasNone(own: Case, where: string, facts: PdfDictionary | undefined, keys: readonly string[]): void {
  const found = keys.filter((key) => facts?.has(key)).map((key) => `/${key}`);
  own.none('active', found[0], `${where} has ${found.join(', ')}`);
}

/** Checks that an annotation is a tagged link on its own page that leads somewhere and does nothing else. */
function compareAnnotation(
  own: Case,
  { objects }: PdfDocument,
  { view }: PdfPage,
  where: string,
  { value, tagged }: { readonly value: PdfValue; readonly tagged: boolean },
): void {
  const link = objects.dictionary(value) ?? new Map<string, PdfValue>();
  const kind = nameOf(link.get('Subtype'));
  const isLink = kind === 'Link' && typeof value === 'object' && value !== null && 'ref' in value;
  own.holds('active', isLink, 'a link', kind, `${where} has an annotation of the kind ${kind}`);
  hasNone(own, `a link on ${where}`, link, LINK);
  const action = objects.dictionary(link.get('A'));
  const does = action ? nameOf(action.get('S')) : 'GoTo';
  const leads = (does === 'GoTo' || does === 'URI') && !action?.has('Next');
  own.holds('active', leads, 'GoTo or URI', does, `a link on ${where} does ${does}`);
  const to = textOf(objects.get(action?.get('URI'))) ?? '';
  const stray = does !== 'URI' || PLAIN.test(address(to)) ? undefined : to;
  own.none('active', stray, `a link on ${where} leads to ${to}`);
  const untagged = `a link on ${where} to ${to || 'a place'} is in no tag`;
  own.holds('active', isLink && tagged, 'a tag', '', untagged);
  const [left = 0, bottom = 0, right = 0, top = 0] = objects.list(link.get('Rect')).map(Number);
  const across = right > left && left >= view[0] - 20 && right <= view[2] + 20;
  const inside = across && top > bottom && bottom >= view[1] - 20 && top <= view[3] + 20;
  own.holds('links', inside, '', '', `a link on ${where} lies off the page`);
}

function outlineItems({ objects }: PdfDocument): readonly PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const seen = new Set<PdfDictionary>();
  const visit = (value: PdfValue | undefined): void => {
    for (
      let item = objects.dictionary(value);
      item && !seen.has(item);
      item = objects.dictionary(item.get('Next'))
    ) {
      seen.add(item);
      found.push(item);
      visit(item.get('First'));
    }
  };
  visit(objects.dictionary(objects.root.get('Outlines'))?.get('First'));
  return found.filter((item) => !isPlace(item.get('A'), objects));
}

/** Says whether an action does nothing but go to a place in this document. */
function isPlace(value: PdfValue | undefined, objects: PdfDocument['objects']): boolean {
  const action = objects.dictionary(value);
  return action !== undefined && nameOf(action.get('S')) === 'GoTo' && !action.has('Next');
}
