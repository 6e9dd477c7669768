import { PAINTED } from '../content/normalise.ts';
import { allElements, type Element } from '../markup/element.ts';
import { parseXml } from '../markup/parse-xml.ts';
import type { PdfReading } from './pdf-reading.ts';

/** Properties of XMP that say something in words. */
const SAYING = 'title creator description rights subject publisher Keywords format'.split(' ');

/** Names of the standards that the document is held to: identifiers, not words. */
const STANDARDS =
  /<(pdfuaid|pdfaid):(part|rev|conformance)>[\dAF]+<\/\1:\2>|http:\/\/pdfa\.org\/declarations\/wtpdf#(?:reuse|accessibility)1\.0/g;

/** What the document says of itself (ISO 16684-1): title and language, and in XMP no words but the handbook's. */
export async function compareMetadata({ findings, pdf, book, vocabulary, file }: PdfReading): Promise<void> {
  const { title, language } = book.handbook;
  const own = findings.about({ part: 'metadata', file });
  const wanted = PAINTED.text(title);
  own.same('metadata', wanted, PAINTED.text(pdf.title).slice(0, wanted.length), 'the title');
  own.same('languages', language, pdf.language, 'the language');
  const stream = pdf.objects.root.get('Metadata');
  if (!own.holds('metadata', stream !== undefined, 'XMP', '', 'there is no XMP metadata')) return;
  const xml = Buffer.from(pdf.objects.stream(stream), 'latin1').toString('utf8');
  await own.read(() => {
    const root = parseXml(
      xml
        .replace(/<\?xpacket[^>]*\?>|^\ufeff/g, '')
        .replace(STANDARDS, '')
        .trim(),
    );
    const named = propertyText(root, 'title');
    own.holds('metadata', named.includes(title), title, named, `XMP names the title “${named}”`);
    for (const name of SAYING) {
      const words = propertyText(root, name).replace('application/pdf', '');
      own.words('metadata', vocabulary, [words], `XMP says as its ${name}`);
    }
  }, 'the XMP metadata');
}

function propertyText(root: Element, name: string): string {
  return allElements(root, `${name}, ${name} *`)
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
