import { importSource, type SourceFile } from '@octavo/import';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

type Files = Readonly<Record<string, string | Uint8Array>>;

const ENTRY = '## Is it open?\n\nYes.\n';
const zip = (files: Files) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

async function imported(files: Files) {
  const given = Object.entries(files).map(
    ([path, content]): SourceFile => ({
      path,
      bytes: typeof content === 'string' ? strToU8(content) : content,
    }),
  );
  const { files: made, report } = await importSource(given, given[0]?.path ?? '');
  return {
    text: made.map(({ content }) => String(content)).join('\n'),
    report,
    said: report.findings
      .filter(({ severity, kind }) => severity !== 'info' && kind !== 'handbook-incomplete')
      .map(
        ({ severity, place, reason, note }) => `${severity} ${place.path}:${place.line} ${reason} | ${note}`,
      ),
  };
}

describe('an archive of which nothing can be made says why, and what to do', () => {
  test.each<readonly [string, string, Uint8Array, RegExp]>([
    [
      'no document',
      'all.zip',
      zip({ 'a.png': 'x', 'b.exe': 'y' }),
      /no document that can be .*Pack documents/,
    ],
    ['nothing', 'all.zip', zip({}).length > 30 ? zip({}) : zip({ 'x/': '' }), /no document|cannot be read/],
    ['a broken end', 'all.zip', zip({ 'a.md': ENTRY }).slice(0, 60), /cannot be read.*Unpack it/],
    ['many files', 'all.zip', zip(many(10_001)), /more than 10000 files.*Unpack it/],
    [
      'a handbook',
      'book.zip',
      zip({ 'b/handbook.yaml': 'id: x\n', 'b/a/1-x.md': ENTRY }),
      /a handbook already: b\/handbook\.yaml.*octavo build/,
    ],
    [
      'only a broken one',
      'all.zip',
      zip({ 'part.zip': 'PK\u0003\u0004no' }),
      /and "part\.zip" in it cannot be read/,
    ],
    [
      'a tar',
      'all.tar.gz',
      Uint8Array.of(0x1f, 0x8b, 8, 0),
      /an archive of a kind that is not read.*Unpack it/,
    ],
    [
      'a 7z',
      'all.7z',
      Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
      /an archive of a kind that is not read/,
    ],
    [
      'a sheet',
      'a.ods',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      /an OpenDocument spreadsheet.*\.xlsx/,
    ],
    [
      'a sheet by the name of a text',
      'a.odt',
      zip({ 'content.xml': '<x/>', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      /an OpenDocument spreadsheet/,
    ],
    [
      'slides',
      'a.odp',
      zip({ mimetype: 'application/vnd.oasis.opendocument.presentation' }),
      /no text.*\.odt/,
    ],
    [
      'slides of PowerPoint',
      'a.pptx',
      zip({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }),
      /a presentation.*\.docx/,
    ],
    [
      'a binary workbook',
      'a.xlsb',
      zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': 'x' }),
      /binary workbook.*\.xlsx/,
    ],
    [
      'an EPUB that is cut',
      'a.epub',
      zip({ mimetype: 'application/epub+zip', 'b.opf': ENTRY }).slice(0, 90),
      /no EPUB that can be read.*Export it again/,
    ],
  ])('%s', async (_name, path, bytes, form) => {
    const { said, report } = await imported({ [path]: bytes });
    expect(report.entries).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^error /);
    expect(said[0]).toMatch(form);
  });
});

function many(times: number): Files {
  return Object.fromEntries(Array.from({ length: times }, (_, at) => [`${at}.md`, '']));
}

test('an archive in an archive that cannot be read is named, and the rest is imported', async () => {
  const { said, report } = await imported({
    'all.zip': zip({
      'a.md': ENTRY,
      'in/good.zip': zip({ 'b.md': '## Is it cheap?\n\nYes.\n', 'deep.zip': 'PK\u0003\u0004no' }),
      'in/cut.zip': zip({ 'c.md': ENTRY }).slice(0, 50),
      'in/old.tar.gz': Uint8Array.of(0x1f, 0x8b),
      'in/word.zip': zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }),
    }),
  });
  expect(report.entries).toHaveLength(2);
  expect(said.map((line) => line.split(' | ')[0])).toEqual([
    'warning deep.zip:1 this archive in the archive is not read: invalid zip data',
    'warning in/cut.zip:1 this archive in the archive is not read: invalid zip data',
    'warning in/old.tar.gz:1 this archive in the archive is not read: it is no zip',
    'warning in/word.zip:1 this archive in the archive is not read: it is a document under the name of an archive',
  ]);
});

const STYLES = `<office:automatic-styles>
<style:style style:name='P1' style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Table_20_Heading"/>
<style:style style:name="T1" style:family="text" style:parent-style-name="Strong_20_Emphasis"/>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T3" style:family="text" style:parent-style-name="T2"><style:text-properties fo:font-style="normal"/></style:style>
</office:automatic-styles>`;
const NAMED = `<office:styles><style:style style:name="Strong_20_Emphasis"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Table_20_Heading"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>`;
const odt = (body: string, first = true) => {
  const parts = {
    'styles.xml': `<office:document-styles>${NAMED}</office:document-styles>`,
    'content.xml': `<office:document-content>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  };
  const mimetype = 'application/vnd.oasis.opendocument.text';
  return zip(first ? { mimetype, ...parts } : { ...parts, mimetype });
};

test('OpenDocument: looks that an author set by hand are kept, remarks and indexes are listed', async () => {
  const body = `<text:bibliography text:name="B"><text:bibliography-source><text:index-title-template>Literature</text:index-title-template></text:bibliography-source><text:index-body><text:p>Potter 1999</text:p></text:index-body></text:bibliography>
<text:p text:style-name="P1">Is clay soft?</text:p><text:p>Yes<office:annotation office:name="1"><dc:creator>Ann</dc:creator><text:p>Says <text:span>who</text:span>?</text:p></office:annotation>, it is.</text:p>
<text:p text:style-name="P1">Does it dry?</text:p><text:p>In <text:span text:style-name="T1">three</text:span> <text:span text:style-name="T2">long</text:span> <text:span text:style-name="T3">days</text:span>.</text:p>
<table:table><table:table-row><table:table-cell><text:p text:style-name="P2">Head</text:p></table:table-cell><table:table-cell><text:p>Foot</text:p></table:table-cell></table:table-row></table:table>`;
  for (const first of [true, false]) {
    const { text, report } = await imported({ 'clay.odt': odt(body, first) });
    expect(report.entries.map(({ question }) => question)).toEqual(['Is clay soft?', 'Does it dry?']);
    expect(text).toContain('In **three** *long* days.');
    expect(text).toContain('| Head | Foot |');
    expect(text).toContain('Yes, it is.');
    expect(report.dropped.map(({ what, text: said }) => `${what}: ${said}`)).toEqual([
      'contents list: Potter 1999',
      'comment: Says who ?',
    ]);
  }
});
