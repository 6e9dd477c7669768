import type { Findings } from '../compare/findings.ts';
import { address } from '../expected/address.ts';
import type { Vocabulary } from '../expected/vocabulary.ts';
import { allElements } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';
import type { PdfDocument } from './pdf-document.ts';
import { areasIn } from './pdf-structure.ts';
import type { PdfDictionary, PdfValue } from './pdf-syntax.ts';
import { textOf } from './pdf-syntax.ts';

/** Keys of a document's catalogue that make it run, open or hide something (ISO 32000-1, 7.7.2). */
const CATALOGUE = [
  'OpenAction',
  'AA',
  'AcroForm',
  'AF',
  'Collection',
  'OCProperties',
  'Requirements',
  'Perms',
  'URI',
  'Threads',
  'SpiderInfo',
];
/** Trees of names that carry more than places. */
const NAMES = [
  'JavaScript',
  'EmbeddedFiles',
  'AP',
  'Renditions',
  'AlternatePresentations',
  'URLS',
  'Pages',
  'Templates',
];
/** Keys of a page that run something or paint beside its content. */
const PAGE = ['AA', 'AF', 'Trans', 'PZ', 'PresSteps', 'B'];
/** Keys of a link that do more than lead somewhere. */
const LINK = ['AA', 'AP', 'MK', 'OC', 'AF', 'PA'];

/** A PDF runs nothing, carries nothing, and has no annotation but the links of its tags. */
export function compareActive(findings: Findings, pdf: PdfDocument, file: string): void {
  const { objects, structure } = pdf;
  const about = { part: 'document', file };
  const none = (where: string, facts: PdfDictionary | undefined, keys: readonly string[]): void => {
    const found = keys.filter((key) => facts?.has(key));
    const reason = `${where} has ${found.map((key) => `/${key}`).join(', ')}`;
    findings.holds('active', about, found.length === 0, '', found.join(', '), reason);
  };
  none('the document', objects.root, CATALOGUE);
  none('the document', objects.dictionary(objects.root.get('Names')), NAMES);
  const tagged = new Set(areasIn(structure).map(({ ref }) => ref));
  for (const [index, { facts, view }] of pdf.pages.entries()) {
    const where = `page ${pdf.labels[index] ?? ''}`;
    none(where, facts, PAGE);
    for (const value of objects.list(facts.get('Annots'))) {
      const link = objects.dictionary(value) ?? new Map<string, PdfValue>();
      const kind = nameOf(link.get('Subtype'));
      const is = kind === 'Link' && typeof value === 'object' && value !== null && 'ref' in value;
      findings.holds('active', about, is, 'a link', kind, `${where} has an annotation of the kind ${kind}`);
      none(`a link on ${where}`, link, LINK);
      const action = objects.dictionary(link.get('A'));
      const does = action ? nameOf(action.get('S')) : 'GoTo';
      const leads = (does === 'GoTo' || does === 'URI') && !action?.has('Next');
      findings.holds('active', about, leads, 'GoTo or URI', does, `a link on ${where} does ${does}`);
      const to = textOf(objects.get(action?.get('URI'))) ?? '';
      const plain =
        does !== 'URI' ||
        /^(?:https?|mailto|tel|ftp|doi|urn|geo|sms|xmpp|irc|news|magnet|ipfs|data):/i.test(address(to));
      findings.holds('active', about, plain, '', to, `a link on ${where} leads to ${to}`);
      const own = is && tagged.has((value as { ref: number }).ref);
      findings.holds(
        'active',
        about,
        own,
        'a tag',
        '',
        `a link on ${where} to ${to || 'a place'} is in no tag`,
      );
      const [left = 0, bottom = 0, right = 0, top = 0] = objects.list(link.get('Rect')).map(Number);
      const inside =
        right > left &&
        top > bottom &&
        left >= view[0] - 20 &&
        right <= view[2] + 20 &&
        bottom >= view[1] - 20 &&
        top <= view[3] + 20;
      findings.holds('links', about, inside, '', '', `a link on ${where} lies off the page`);
    }
  }
  for (const item of outlineItems(pdf)) none('a line of the outline', item, ['A', 'AA']);
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

/** An action that does nothing but go to a place of this document. */
function isPlace(value: PdfValue | undefined, objects: PdfDocument['objects']): boolean {
  const action = objects.dictionary(value);
  return action !== undefined && nameOf(action.get('S')) === 'GoTo' && !action.has('Next');
}

function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
}

/** What the document says of itself (ISO 16684-1): title and language in XMP, and no words but the handbook's. */
export function compareMetadata(
  findings: Findings,
  pdf: PdfDocument,
  vocabulary: Vocabulary,
  facts: readonly string[],
  file: string,
): void {
  const about = { part: 'metadata', file };
  const stream = pdf.objects.root.get('Metadata');
  if (!findings.holds('metadata', about, stream !== undefined, 'XMP', '', 'there is no XMP metadata')) return;
  const xml = Buffer.from(pdf.objects.stream(stream), 'latin1').toString('utf8');
  try {
    const elements = allElements(
      parseXml(
        xml
          .replace(/<\?xpacket[^>]*\?>/g, '')
          .replace(/^\ufeff/, '')
          .trim(),
      ),
    );
    const of = (name: string): string =>
      elements
        .filter((one) => one.name === name)
        .flatMap((one) => allElements(one))
        .map(({ children }) => children.filter((child) => typeof child === 'string').join(' '))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
    for (const fact of facts)
      findings.holds(
        'metadata',
        about,
        of('title').includes(fact),
        fact,
        of('title'),
        `XMP names the title “${of('title')}”`,
      );
    for (const name of [
      'title',
      'creator',
      'description',
      'rights',
      'subject',
      'publisher',
      'Keywords',
      'format',
    ]) {
      const words = vocabulary.unexplained(of(name).replace('application/pdf', ''));
      const reason = `XMP says “${words}” as its ${name}, which the handbook does not`;
      findings.holds('metadata', about, words === undefined, '', words ?? '', reason);
    }
  } catch (error) {
    findings.holds('file', about, false, 'XMP', '', `the XMP metadata is no XML: ${String(error)}`);
  }
}
