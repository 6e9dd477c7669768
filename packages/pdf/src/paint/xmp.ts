import { printable } from '@octavo/core/hast';
import type { Standard } from '../standard.ts';

/** The file says that this program wrote it. */
export const PRODUCER = 'Octavo';

/**
 * Returns an XMP packet (ISO 16684-1), which says what the file conforms to: the identifiers of PDF/UA and PDF/A, the
 * extension schema that PDF/A asks for before PDF 2.0, and the declarations of WTPDF.
 */
export function xmp(metadata: Metadata): string {
  const date = metadata.date && `${metadata.date.toISOString().slice(0, 19)}Z`;
  const { version, accessible, archival } = metadata.standard;
  const list = (kind: 'Seq' | 'Bag', values: readonly string[]): string =>
    `<rdf:${kind}>${values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const alternatives = (value: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`;
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternatives(metadata.title)}</dc:title>`,
    metadata.authors.length > 0 ? `<dc:creator>${list('Seq', metadata.authors)}</dc:creator>` : '',
    metadata.subject ? `<dc:description>${alternatives(metadata.subject)}</dc:description>` : '',
    metadata.keywords.length > 0 ? `<dc:subject>${list('Bag', metadata.keywords)}</dc:subject>` : '',
    metadata.publisher ? `<dc:publisher>${list('Bag', [metadata.publisher])}</dc:publisher>` : '',
    metadata.rights ? `<dc:rights>${alternatives(metadata.rights)}</dc:rights>` : '',
    `<dc:language>${list('Bag', [metadata.language])}</dc:language>`,
    `<dc:identifier>${escapeXml(metadata.identifier)}</dc:identifier>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    metadata.keywords.length > 0
      ? `<pdf:Keywords>${escapeXml(metadata.keywords.join(', '))}</pdf:Keywords>`
      : '',
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    date ? `<xmp:CreateDate>${date}</xmp:CreateDate>\n<xmp:ModifyDate>${date}</xmp:ModifyDate>` : '',
    `<pdfuaid:part>${accessible.part}</pdfuaid:part>${revision('pdfuaid', accessible.year)}`,
    archival
      ? `<pdfaid:part>${archival.part}</pdfaid:part><pdfaid:conformance>${archival.level}</pdfaid:conformance>${revision('pdfaid', archival.year)}`
      : '',
    archival && version === '1.7' ? EXTENSION : '',
    version === '2.0' ? DECLARATIONS : '',
  ];
  return [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${version === '1.7' ? NAMESPACES : NAMESPACES_OF_20}>`,
    ...lines.filter(Boolean),
    `</rdf:Description></rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="r"?>`,
  ].join('\n');
}

function revision(prefix: string, year: number | undefined): string {
  return year === undefined ? '' : `<${prefix}:rev>${year}</${prefix}:rev>`;
}

/** A file of PDF 2.0 declares that it is tagged well enough for reuse and for accessibility (WTPDF 1.0, 6.1). */
const DECLARATIONS = `<pdfd:declarations><rdf:Bag>${['reuse1.0', 'accessibility1.0']
  .map(
    (level) =>
      `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${level}</pdfd:conformsTo></rdf:li>`,
  )
  .join('')}</rdf:Bag></pdfd:declarations>`;

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`)
  .join(' ');

const NAMESPACES_OF_20 = `${NAMESPACES} xmlns:pdfd="http://pdfa.org/declarations/"`;

/** PDF/A asks for a description of every schema that it does not know (ISO 19005-2, 6.6.2.3). */
const EXTENSION = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;

function escapeXml(text: string): string {
  return printable(text).replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}

export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string | undefined;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  readonly identifier: string;
  /** A book without a date has none. */
  readonly date: Date | undefined;
  readonly standard: Standard;
}
