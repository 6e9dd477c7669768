import { importSource } from '@octavo/import';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

const OPENXML = 'http://schemas.openxmlformats.org';
const WORD = `xmlns:w="${OPENXML}/wordprocessingml/2006/main" xmlns:r="${OPENXML}/officeDocument/2006/relationships" xmlns:a="${OPENXML}/drawingml/2006/main" xmlns:wp="${OPENXML}/drawingml/2006/wordprocessingDrawing" xmlns:pic="${OPENXML}/drawingml/2006/picture"`;
const RELATIONSHIPS = `xmlns="${OPENXML}/package/2006/relationships"`;
const TYPES = `<Types xmlns="${OPENXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const ORDINARY = paragraph('Is it ordinary?', 'Heading1') + paragraph('Yes, it is.');
const picture = (attribute: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A door"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** The parts of a Word document with a body and, of pictures, their targets. */
function parts(body: string, targets: readonly string[] = [], doctype = ''): Record<string, Uint8Array> {
  const pictures = targets.map(
    (target, at) =>
      `<Relationship Id="p${at}" Type="${OPENXML}/officeDocument/2006/relationships/image" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`,
  );
  const files = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': `<Relationships ${RELATIONSHIPS}><Relationship Id="d" Type="${OPENXML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?>${doctype}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships ${RELATIONSHIPS}>${pictures.join('')}</Relationships>`,
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
}

async function importOf(bytes: Uint8Array) {
  const { files, report } = await importSource([{ path: 'faq.docx', bytes }], 'faq.docx');
  const said = report.findings.map(
    ({ severity, place, reason }) => `${severity} ${place.path}:${place.line} ${reason}`,
  );
  return { files, said, text: files.map(({ content }) => String(content)).join('\n') };
}

/** The archive with another unpacked size of its document than the true one, in both of its places. */
function withSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const name = Buffer.from('word/document.xml');
  const local = bytes.indexOf(name);
  const central = bytes.lastIndexOf(name);
  bytes.writeUInt32LE(size, local - 30 + 22);
  bytes.writeUInt32LE(size, central - 46 + 24);
  return bytes;
}

/** The archive with its directory's first file so many times, all of them at one place. */
function onTopOfEachOther(archive: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const end = bytes.subarray(-22);
  const at = end.readUInt32LE(16);
  const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
  const first = bytes.subarray(at, at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0));
  const directory = Buffer.concat(Array.from({ length: times }, () => first));
  const tail = Buffer.from(end);
  for (const offset of [8, 10]) tail.writeUInt16LE(times, offset);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([bytes.subarray(0, at), directory, tail]);
}

test('the ordinary document that the others are made of', async () => {
  const { text } = await importOf(zipSync(parts(ORDINARY)));
  expect(text).toContain('question: Is it ordinary?');
});

describe('a Word document that is damaged or a trap is refused, and why', () => {
  const whole = zipSync(parts(ORDINARY));
  const ENTITY = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  const many = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]),
  );
  test.each<readonly [string, () => Uint8Array, RegExp]>([
    ['nothing', () => new Uint8Array(), /no Word document that can be read/],
    ['a letter', () => strToU8('Hello'), /no Word document that can be read/],
    ['cut in its first part', () => whole.subarray(0, 200), /no Word document that can be read/],
    ['cut in its last', () => whole.subarray(0, -10), /no Word document that can be read/],
    ['101 MB, as its directory says', () => withSize(whole, 101_000_000), /unpacks to more than 100 MB/],
    [
      'text of 31 MB',
      () => zipSync(parts(paragraph('a'.repeat(31_000_000)))),
      /its text unpacks to more than 30 MB: split it/,
    ],
    [
      'a million tags',
      () => zipSync(parts('<w:p/>'.repeat(1_000_001))),
      /its text holds more than 1000000 tags: split it/,
    ],
    ['10,000 parts', () => zipSync({ ...parts(ORDINARY), ...many }), /it holds more than 10000 files/],
    [
      'files on top of each other',
      () => onTopOfEachOther(zipSync({ 'word/document.xml': new Uint8Array(20_000) }, { level: 0 }), 9),
      /its files lie on top of each other/,
    ],
    ['entities of entities', () => zipSync(parts(paragraph('&b;'), [], ENTITY)), /entity not found/],
    ['an entity of a file', () => zipSync(parts(paragraph('&c;'), [], ENTITY)), /entity not found/],
    [
      'tables in one another',
      () =>
        zipSync(
          parts(
            `${'<w:tbl><w:tr><w:tc>'.repeat(10_000)}${ORDINARY}${'</w:tc></w:tr></w:tbl>'.repeat(10_000)}`,
          ),
        ),
      /it nests too deep/,
    ],
  ])('%s', async (_name, make, reason) => {
    const { files, said } = await importOf(make());
    expect(files).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^error faq\.docx:1 /);
    expect(said[0]).toMatch(reason);
  });
});

test('what unpacks to more than its directory says is cut there', async () => {
  const bomb = zipSync(parts(`${ORDINARY}${paragraph(' '.repeat(20_000_000))}`));
  const { files, said } = await importOf(withSize(bomb, 500));
  expect(files).toEqual([]);
  expect(said).toHaveLength(1);
});

test('no picture is read from outside the document', async () => {
  const body = `${ORDINARY}${picture('r:embed="p0"')}${picture('r:embed="p1"')}${picture('r:link="p2"')}`;
  const archive = zipSync({
    ...parts(body, ['../../../../../etc/passwd', 'media/../../../evil.png', 'file:///etc/passwd']),
    '../evil.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  });
  expect(Object.keys(unzipSync(archive))).toContain('../evil.png');
  const { files, text, said } = await importOf(archive);
  expect(files.map(({ path }) => path)).toEqual(['faq/1-is-it-ordinary.md', 'handbook.yaml']);
  expect(text).not.toMatch(/root:|passwd/);
  expect(said.filter((line) => line.includes('a picture is not in the document'))).not.toEqual([]);
});

test('an archive whose files lie on top of each other is refused at once, and a text that begins like one is read', async () => {
  const archive = onTopOfEachOther(zipSync({ 'faq.md': new Uint8Array(20_000) }, { level: 0 }), 9);
  const refused = await importSource([{ path: 'all.zip', bytes: archive }], 'all.zip');
  expect(refused.files).toEqual([]);
  const text = strToU8('PKW-Fragen\n\nQ: Was kostet das?\nA: Viel.\n');
  const { files } = await importSource([{ path: 'pkw.txt', bytes: text }], 'pkw.txt');
  expect(files.map(({ path }) => path)).toContain('pkw-fragen/1-was-kostet-das.md');
});
