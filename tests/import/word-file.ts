import { strToU8, zipSync } from 'fflate';

const OPENXML = 'http://schemas.openxmlformats.org';
const WORD = `xmlns:w="${OPENXML}/wordprocessingml/2006/main" xmlns:m="${OPENXML}/officeDocument/2006/math"`;

/** A Word document of a body in XML, with paragraph styles by their ids and names. */
export function wordFile(body: string, styles: Readonly<Record<string, string>> = {}): Uint8Array {
  const named = Object.entries(styles).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  );
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OPENXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OPENXML}/package/2006/relationships"><Relationship Id="r1" Type="${OPENXML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...(named.length > 0 ? { 'word/styles.xml': `<w:styles ${WORD}>${named.join('')}</w:styles>` } : {}),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** A paragraph of a style. */
export function styled(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}
