import { strToU8, zipSync } from 'fflate';
import { stringify } from 'yaml';
import { type Block, entriesOf, type RandomBook, type RandomEntry, type Run } from './random-book.ts';

/** One way to write a book down, and what of it that way can say. */
export interface BookWriter {
  readonly file: string;
  readonly write: (book: RandomBook) => string | Uint8Array;
  /** What is not in the format: it is not compared. */
  /** Its fields may be of any markup: signs that mean something in one are not written. */
  readonly plain?: boolean;
  readonly without?: readonly ('links' | 'chapters' | 'blocks' | 'numbers' | 'title')[];
}

/** How a format of lines of text writes what a book is made of. */
interface Lines {
  readonly title: (text: string) => string;
  readonly chapter: (text: string) => string;
  readonly question: (text: string, key: string) => string;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (text: string, address: string) => string;
  readonly cross: (text: string, target: RandomEntry) => string;
  readonly bullet: string;
  readonly step: (at: number) => string;
  readonly block: (lines: readonly string[]) => string;
  /** What ends an answer. */
  readonly end?: string;
}

function inline(lines: Lines, runs: readonly Run[], all: readonly RandomEntry[]): string {
  return runs
    .map(({ text, as, address, to }) => {
      if (as) return lines[as](text);
      const target = to === undefined ? undefined : all[to];
      if (target) return lines.cross(text, target);
      return address === undefined ? lines.text(text) : lines.link(text, address);
    })
    .join(' ');
}

function blocksIn(lines: Lines, blocks: readonly Block[], all: readonly RandomEntry[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return inline(lines, block.runs, all);
      if (block.kind === 'code') return lines.block(block.lines);
      return block.items
        .map(
          (item, at) =>
            `${block.kind === 'steps' ? lines.step(at) : lines.bullet}${inline(lines, item, all)}`,
        )
        .join('\n');
    })
    .join('\n\n');
}

function inLines(lines: Lines): (book: RandomBook) => string {
  return (book) => {
    const all = entriesOf(book);
    const chapters = book.chapters.map(({ title, entries }) => [
      lines.chapter(title),
      ...entries.flatMap(({ number, question, key, answer }) => [
        lines.question(`${number ? `${number}. ` : ''}${question}`, key),
        blocksIn(lines, answer, all) + (lines.end ?? ''),
      ]),
    ]);
    return `${[lines.title(book.title), ...chapters.flat()].join('\n\n')}\n`;
  };
}

const escaped = (text: string) => text.replace(/[\\`*_[\]<>#&|~$@{}]/g, '\\$&');
const MARKDOWN: Lines = {
  title: (text) => `# ${escaped(text)}`,
  chapter: (text) => `## ${escaped(text)}`,
  question: (text, key) => `### ${escaped(text)} {#${key}}`,
  text: escaped,
  strong: (text) => `**${escaped(text)}**`,
  code: (text) => `\`${text}\``,
  link: (text, address) => `[${escaped(text)}](<${address}>)`,
  cross: (text, { key }) => `[${escaped(text)}](#${key})`,
  bullet: '- ',
  step: (at) => `${at + 1}. `,
  block: (lines) => `\`\`\`sh\n${lines.join('\n')}\n\`\`\``,
};

const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const HTML: Lines = {
  title: (text) => `<h1>${entities(text)}</h1>`,
  chapter: (text) => `<h2>${entities(text)}</h2>`,
  question: (text, key) => `<h3 id="${key}">${entities(text)}</h3>`,
  text: entities,
  strong: (text) => `<b>${entities(text)}</b>`,
  code: (text) => `<code>${entities(text)}</code>`,
  link: (text, address) => `<a href="${entities(address)}">${entities(text)}</a>`,
  cross: (text, { key }) => `<a href="#${key}">${entities(text)}</a>`,
  bullet: '',
  step: () => '',
  block: (lines) => `<pre>${entities(lines.join('\n'))}</pre>`,
};

function htmlBlocks(blocks: readonly Block[], all: readonly RandomEntry[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p>${inline(HTML, block.runs, all)}</p>`;
      if (block.kind === 'code') return HTML.block(block.lines);
      const list = block.kind === 'steps' ? 'ol' : 'ul';
      return `<${list}>${block.items.map((item) => `<li>${inline(HTML, item, all)}</li>`).join('')}</${list}>`;
    })
    .join('\n');
}

/** A page of which `entry` writes each question with its answer. */
function page(
  entry: (asked: string, answer: string, key: string) => string,
  around: (entries: string) => string = (entries) => entries,
): (book: RandomBook, chapters?: RandomBook['chapters']) => string {
  return (book, some = book.chapters) => {
    const all = entriesOf(book);
    const chapters = some.map(
      ({ title, entries }) =>
        HTML.chapter(title) +
        around(
          entries
            .map(({ number, question, key, answer }) =>
              entry(entities(`${number ? `${number}. ` : ''}${question}`), htmlBlocks(answer, all), key),
            )
            .join('\n'),
        ),
    );
    const head = `<title>${entities(book.title)}</title>`;
    return `<!doctype html><html><head>${head}</head><body>${HTML.title(book.title)}\n${chapters.join('\n')}</body></html>`;
  };
}

const headings = page((asked, answer, key) => `<h3 id="${key}">${asked}</h3>\n${answer}`);

const passed = (text: string) =>
  text
    .split(' ')
    .map((one) => (/[_*`#~{}+&<@$]|^\[/.test(one) ? `pass:c[${one.replaceAll(']', '\\]')}]` : one))
    .join(' ');
const ASCIIDOC: Lines = {
  title: (text) => `= ${text}`,
  chapter: (text) => `== ${text}`,
  question: (text, key) => `[#${key}]\n=== ${text}`,
  text: passed,
  strong: (text) => `*${text}*`,
  code: (text) => `\`+${text}+\``,
  link: (text, address) => `link:++${address}++[${text}]`,
  cross: (text, { key }) => `<<${key},${text}>>`,
  bullet: '* ',
  step: () => '. ',
  block: (lines) => `----\n${lines.join('\n')}\n----`,
};

const ORG: Lines = {
  title: (text) => `#+TITLE: ${text}`,
  chapter: (text) => `* ${text}`,
  question: (text, key) => `** ${text}\n:PROPERTIES:\n:CUSTOM_ID: ${key}\n:END:`,
  text: (text) => text,
  strong: (text) => `*${text}*`,
  code: (text) => `=${text}=`,
  link: (text, address) => `[[${address}][${text}]]`,
  cross: (text, { key }) => `[[#${key}][${text}]]`,
  bullet: '- ',
  step: (at) => `${at + 1}. `,
  block: (lines) => `#+BEGIN_SRC sh\n${lines.join('\n')}\n#+END_SRC`,
};

const underlined = (mark: string) => (text: string) => `${text}\n${mark.repeat(text.length * 2)}`;
const quoted = (text: string) => text.replace(/[\\`*_|]/g, '\\$&');
const RST: Lines = {
  title: (text) => `${'='.repeat(text.length)}\n${text}\n${'='.repeat(text.length)}`,
  chapter: underlined('='),
  question: (text, key) => `.. _${key}:\n\n${underlined('-')(text)}`,
  text: quoted,
  strong: (text) => `**${quoted(text)}**`,
  code: (text) => `\`\`${text}\`\``,
  link: (text, address) => `\`${quoted(text)} <${address.replaceAll('_', '\\_')}>\`__`,
  cross: (text, { key }) => `:ref:\`${text} <${key}>\``,
  bullet: '* ',
  step: (at) => `${at + 1}. `,
  block: (lines) => `.. code-block:: sh\n\n${lines.map((line) => `   ${line}`).join('\n')}`,
};

/** Plain text has no marks: what is linked to is said. */
const TEXT: Lines = {
  title: (text) => text,
  chapter: (text) => `${text}\n${'='.repeat(text.length)}`,
  question: (text) => text,
  text: (text) => text,
  strong: (text) => text,
  code: (text) => text,
  link: (text, address) => `${text} ${address}`,
  cross: (text) => text,
  bullet: '  - ',
  step: (at) => `   ${at + 1}. `,
  block: (lines) => lines.map((line) => `    ${line}`).join('\n'),
};

type Row = Readonly<Record<'number' | 'category' | 'question' | 'answer', string>>;
function rows(
  book: RandomBook,
  answer: (blocks: readonly Block[], all: readonly RandomEntry[]) => string,
): readonly Row[] {
  const all = entriesOf(book);
  return all.map((entry) => ({
    number: entry.number ?? '',
    category: entry.chapter,
    question: entry.question,
    answer: answer(entry.answer, all),
  }));
}
const PLAIN_MARKDOWN: Lines = { ...MARKDOWN, text: (text) => text };
const inMarkdown = (blocks: readonly Block[], all: readonly RandomEntry[]) =>
  blocksIn(PLAIN_MARKDOWN, blocks, all);
const NAMES = ['number', 'category', 'question', 'answer'] as const;
function table(book: RandomBook, answer: typeof inMarkdown): readonly (readonly string[])[] {
  return [NAMES, ...rows(book, answer).map((row) => NAMES.map((name) => row[name]))];
}

function workbook(book: RandomBook): Uint8Array {
  const cells = table(book, inMarkdown).map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => `<c r="${'ABCD'[column]}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${entities(cell)}</t></is></c>`).join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return packed({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', `${office}/worksheet`, 'worksheets/sheet1.xml', false],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}

function relations(all: readonly (readonly [string, string, string, boolean])[]): string {
  const each = all.map(
    ([id, type, target, outside]) =>
      `<Relationship Id="${id}" Type="${type}" Target="${entities(target)}"${outside ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), {
    mtime: '2026-01-01',
    level: 0,
  });
}

/** A Word document: styles of headings, bookmarks, numbered and plain lists. */
function word(book: RandomBook): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const links: [string, string, string, boolean][] = [
    ['n1', `${office}/numbering`, 'numbering.xml', false],
    ['s1', `${office}/styles`, 'styles.xml', false],
  ];
  let lists = 1;
  const all = entriesOf(book);
  const run = (text: string, bold = false) =>
    `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${entities(text)}</w:t></w:r>`;
  const runs = (of: readonly Run[]) =>
    of
      .map(({ text, as, address, to }) => {
        if (address) links.push([`r${links.length}`, `${office}/hyperlink`, address, true]);
        if (address) return `<w:hyperlink r:id="r${links.length - 1}">${run(text)}</w:hyperlink>`;
        const target = to === undefined ? undefined : all[to];
        return target
          ? `<w:hyperlink w:anchor="${target.key}">${run(text)}</w:hyperlink>`
          : run(text, as === 'strong');
      })
      .join(run(' '));
  const paragraph = (content: string, properties = '') =>
    `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
  const styled = (style: string, text: string, key?: string) => {
    const mark = key ? `<w:bookmarkStart w:id="1" w:name="${key}"/><w:bookmarkEnd w:id="1"/>` : '';
    return paragraph(mark + run(text), `<w:pStyle w:val="${style}"/>`);
  };
  const block = (one: Block) => {
    if (one.kind === 'paragraph') return paragraph(runs(one.runs));
    if (one.kind === 'code') return one.lines.map((line) => paragraph(run(line))).join('');
    const list = one.kind === 'bullets' ? 1 : ++lists;
    const properties = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
    return one.items.map((item) => paragraph(runs(item), properties)).join('');
  };
  const body = book.chapters.flatMap(({ title, entries }) => [
    styled('Heading1', title),
    ...entries.flatMap(({ number, question, key, answer }) => [
      styled('Heading2', `${number ? `${number}. ` : ''}${question}`, key),
      ...answer.map(block),
    ]),
  ]);
  const level = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
  const counted = Array.from(
    { length: lists },
    (_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at === 0 ? 1 : 2}"/></w:num>`,
  );
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return packed({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${document}"/></Types>`,
    '_rels/.rels': relations([['r1', `${office}/officeDocument`, 'word/document.xml', false]]),
    'word/document.xml': `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${styled('Title', book.title)}${body.join('')}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(links),
    'word/numbering.xml': `<w:numbering xmlns:w="${main}">${level(1, 'bullet')}${level(2, 'decimal')}${counted.join('')}</w:numbering>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}">${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
  });
}

/** A text of LibreOffice. */
function odt(book: RandomBook): Uint8Array {
  const all = entriesOf(book);
  const heading = (text: string, level: number, key = '') =>
    `<text:h text:outline-level="${level}">${key && `<text:bookmark text:name="${key}"/>`}${entities(text)}</text:h>`;
  const runs = (of: readonly Run[]) =>
    of
      .map(({ text, as, address, to }) => {
        const target = to === undefined ? address : `#${all[to]?.key}`;
        if (target) return `<text:a xlink:href="${entities(target)}">${entities(text)}</text:a>`;
        const style = as === 'code' ? 'Source_20_Text' : 'T1';
        return as ? `<text:span text:style-name="${style}">${entities(text)}</text:span>` : entities(text);
      })
      .join(' ');
  const block = (one: Block) => {
    if (one.kind === 'paragraph') return `<text:p text:style-name="Standard">${runs(one.runs)}</text:p>`;
    if (one.kind === 'code')
      return one.lines
        .map((line) => `<text:p text:style-name="Preformatted_20_Text">${entities(line)}</text:p>`)
        .join('');
    const items = one.items.map((item) => `<text:list-item><text:p>${runs(item)}</text:p></text:list-item>`);
    return `<text:list text:style-name="${one.kind === 'steps' ? 'L1' : 'L2'}">${items.join('')}</text:list>`;
  };
  const body = book.chapters.flatMap(({ title, entries }) => [
    heading(title, 1),
    ...entries.flatMap(({ number, question, key, answer }) => [
      heading(`${number ? `${number}. ` : ''}${question}`, 2, key),
      ...answer.map(block),
    ]),
  ]);
  const styles = `<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>`;
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text><text:p text:style-name="Title">${entities(book.title)}</text:p>${body.join('')}</office:text></office:body></office:document-content>`,
  });
}

function epub(book: RandomBook): Uint8Array {
  const pages = book.chapters.map((chapter, at) => [
    `c${at}`,
    headings(book, [chapter])
      .replace('<!doctype html><html>', '<html xmlns="http://www.w3.org/1999/xhtml">')
      .replace(at === 0 ? /^$/ : HTML.title(book.title), ''),
  ]);
  const all = entriesOf(book);
  // Links between the documents of an EPUB name the document.
  const whole = pages.map(([name, text]) => [
    `${name}.xhtml`,
    text?.replace(/href="#entry-(\d+)-key"/g, (_, at: string) => {
      const chapter = book.chapters.findIndex(({ title }) => title === all[Number(at)]?.chapter);
      return `href="c${chapter}.xhtml#entry-${at}-key"`;
    }),
  ]);
  const items = pages.map(
    ([id]) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': `<package><metadata><dc:title>${book.title}</dc:title><dc:language>en</dc:language></metadata><manifest>${items.join('')}</manifest><spine>${pages.map(([id]) => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(whole.map(([name, text]) => [`OEBPS/${name}`, text])),
  });
}

function mhtml(book: RandomBook): string {
  const body = Buffer.from(headings(book)).toString('base64').replace(/.{76}/g, '$&\r\n');
  return `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n----b--\r\n`;
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Every kind of file that is read, and several manners of the commonest. */
export const BOOK_WRITERS: Readonly<Record<string, BookWriter>> = {
  'Markdown, headings': { file: 'faq.md', write: inLines(MARKDOWN) },
  'Markdown, bold lines': {
    file: 'faq.md',
    write: inLines({ ...MARKDOWN, question: (text, key) => `<a id="${key}"></a>\n\n**${escaped(text)}**` }),
  },
  'Markdown, folded': {
    file: 'faq.md',
    write: (book) =>
      inLines({
        ...MARKDOWN,
        question: (text, key) => `<details id="${key}">\n<summary>${entities(text)}</summary>`,
        end: '\n\n</details>',
      })(book),
  },
  'Markdown, Q and A': {
    file: 'faq.md',
    write: inLines({
      ...MARKDOWN,
      question: (text, key) => `<a id="${key}"></a>\n\n**Q: ${text.replace(/^[\d.]+ /, '')}**\n\n**A:**`,
    }),
    without: ['numbers'],
  },
  'MDX, headings': {
    file: 'faq.mdx',
    write: inLines({ ...MARKDOWN, question: (text) => `### ${escaped(text)}` }),
    without: ['links'],
  },
  'HTML, headings': { file: 'faq.html', write: headings },
  'HTML, definition list': {
    file: 'faq.html',
    write: page(
      (asked, answer, key) => `<dt id="${key}">${asked}</dt><dd>${answer}</dd>`,
      (entries) => `<dl>${entries}</dl>`,
    ),
  },
  'HTML, folded': {
    file: 'faq.html',
    write: page(
      (asked, answer, key) => `<details id="${key}"><summary>${asked}</summary>${answer}</details>`,
    ),
  },
  'HTML, accordion': {
    file: 'faq.html',
    write: page(
      (asked, answer, key) =>
        `<div class="faq-item" id="${key}"><button class="accordion-button">${asked}</button><div class="accordion-body">${answer}</div></div>`,
    ),
  },
  AsciiDoc: { file: 'faq.adoc', write: inLines(ASCIIDOC) },
  Org: { file: 'faq.org', write: inLines(ORG) },
  reStructuredText: { file: 'faq.rst', write: inLines(RST) },
  'plain text, numbered or with Q': {
    file: 'faq.txt',
    without: ['links', 'blocks'],
    write: (book) => inLines({ ...TEXT, question: (text) => (/^\d/.test(text) ? text : `Q: ${text}`) })(book),
  },
  Word: { file: 'faq.docx', write: word, without: ['blocks'] },
  CSV: {
    file: 'faq.csv',
    plain: true,
    without: ['links', 'title'],
    write: (book) =>
      table(book, inMarkdown)
        .map((row) => row.map(cell).join(','))
        .join('\r\n'),
  },
  'CSV with HTML': {
    file: 'faq.csv',
    without: ['links', 'title'],
    write: (book) =>
      table(book, htmlBlocks)
        .map((row) => row.map(cell).join(';'))
        .join('\n'),
  },
  Excel: { file: 'faq.xlsx', plain: true, write: workbook, without: ['links', 'title'] },
  'JSON, records': {
    file: 'faq.json',
    without: ['links', 'title'],
    write: (book) => JSON.stringify(rows(book, htmlBlocks), undefined, 1),
  },
  'JSON, nested': {
    file: 'faq.json',
    without: ['links', 'numbers'],
    write: (book) =>
      JSON.stringify({
        title: book.title,
        sections: book.chapters.map((chapter) => ({
          name: chapter.title,
          items: rows({ ...book, chapters: [chapter] }, (blocks) => htmlBlocks(blocks, entriesOf(book))).map(
            ({ question, answer }) => ({ title: question, body: answer }),
          ),
        })),
      }),
  },
  YAML: {
    file: 'faq.yaml',
    plain: true,
    without: ['links', 'title'],
    write: (book) => stringify(rows(book, inMarkdown)),
  },
  OpenDocument: { file: 'faq.odt', write: odt },
  EPUB: { file: 'faq.epub', write: epub },
  MHTML: { file: 'faq.mht', write: mhtml },
};
