import type { Block, EditKind, Entry, FootnoteDefinition, Handbook, Phrasing, TableRow } from '@octavo/core';

const text = (value: string): Phrasing => ({ type: 'text', value });
const edit = (kind: EditKind, ...children: Phrasing[]): Phrasing => ({ type: 'editText', kind, children });
const gone = (value: string): Phrasing => edit('deleted', text(value));
const come = (value: string): Phrasing => edit('inserted', text(value));
const paragraph = (...children: Phrasing[]): Block => ({ type: 'paragraph', children });
const flow = (kind: EditKind, ...children: Block[]): Block => ({ type: 'editFlow', kind, children });

const LONG =
  'The ferry leaves the northern pier at a quarter past every hour, except in winter and in a storm, and returns when everybody who has a ticket is on board; bicycles travel without a ticket of their own, provided that they are tied to the railing and that nobody stumbles over them. ';

/** Every kind of edit in a book: in words, blocks, lists, tables, code, captions, formulas, notes and questions. */
export function redlinedSink(book: Handbook): Handbook {
  const picture = book.images[0]?.path ?? 'assets/none.png';
  const row = (edited: EditKind | undefined, ...cells: Phrasing[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
    ...(edited ? { edited } : {}),
  });
  const words: Block[] = [
    paragraph(
      text(LONG),
      gone('Tickets are sold at the pier only.'),
      come('Tickets are sold at the pier, on board and by telephone, and they are good for seven days.'),
      text(' Dogs travel free'),
      come(', and so do '),
      edit('inserted', { type: 'strong', children: [text('cats')] }),
      text('. It costs '),
      gone('12'),
      come('14'),
      text(' crowns, by '),
      { type: 'crossReference', number: '2', written: '#2', children: [text('the second answer')] },
      text(', and more at '),
      edit('deleted', { type: 'link', url: 'https://example.org/old', children: [text('the old page')] }),
      edit('inserted', { type: 'link', url: 'https://example.org/new', children: [text('the new page')] }),
      text('. The speed is '),
      edit('deleted', { type: 'inlineMath', value: 'v = 12' }),
      edit('inserted', { type: 'inlineMath', value: 'v = \\frac{d}{t}' }),
      text('; see '),
      edit('inserted', { type: 'inlineCode', value: 'speed.json' }),
      text('.'),
      edit('deleted', { type: 'footnoteReference', identifier: 'a', index: 1 }),
      edit('inserted', { type: 'footnoteReference', identifier: 'b', index: 2 }),
    ),
    flow('deleted', paragraph(text(`${LONG}This whole paragraph is gone.`))),
    flow('inserted', paragraph(text(`${LONG}This whole paragraph is new.`))),
    { type: 'heading', depth: 1, children: [text('The '), gone('old'), come('new'), text(' timetable')] },
    paragraph(text('A kept paragraph after the heading.')),
  ];
  const blocks: Block[] = [
    {
      type: 'list',
      ordered: true,
      spread: false,
      children: [
        { type: 'listItem', spread: false, children: [paragraph(text('kept'))] },
        { type: 'listItem', spread: false, edited: 'deleted', children: [paragraph(text('deleted'))] },
        { type: 'listItem', spread: false, edited: 'inserted', children: [paragraph(text('inserted'))] },
        { type: 'listItem', spread: false, edited: 'inserted', children: [paragraph(text('another'))] },
        { type: 'listItem', spread: false, before: '3.', children: [paragraph(text('renumbered'))] },
      ],
    },
    {
      type: 'table',
      align: [undefined, 'right'],
      caption: [text('Fares of '), gone('2026'), come('2027')],
      numbered: 'Table 2',
      before: 'Table 1',
      children: [
        row(undefined, [text('Who')], [text('Crowns')]),
        row(undefined, [text('Adults')], [gone('12'), come('14')]),
        row('deleted', [text('Soldiers')], [text('6')]),
        row('inserted', [text('Students')], [text('7')]),
        row(undefined, [text('Dogs')], [text('0')]),
      ],
    } as Block,
    {
      type: 'code',
      lang: 'js',
      value: 'const fare = 14;\nfunction ferry() {\n\treturn fare;\n}',
      edits: [
        { kind: 'same', text: 'const fare = ' },
        { kind: 'deleted', text: '12' },
        { kind: 'inserted', text: '14' },
        { kind: 'same', text: ';\n' },
        { kind: 'deleted', text: 'const old = true;\n\n' },
        { kind: 'same', text: 'function ferry() {\n' },
        { kind: 'inserted', text: '\treturn fare;\n' },
        { kind: 'same', text: '}' },
      ],
    },
    flow('deleted', { type: 'math', value: 'a^2 + b^2 = c^2' }),
    flow('inserted', { type: 'math', value: 'E = mc^2' }),
    flow('inserted', { type: 'code', lang: 'js', value: 'new code\n\nof three lines' }),
    {
      type: 'figure',
      image: { type: 'image', url: picture, alt: 'A picture' },
      caption: 'The new harbor',
      edits: [text('The '), gone('old'), come('new'), text(' harbor')],
    },
    flow('deleted', {
      type: 'figure',
      image: { type: 'image', url: 'assets/not-there-anymore.png', alt: 'What was drawn before' },
      caption: 'A picture that is gone',
    }),
    flow('inserted', {
      type: 'figure',
      image: { type: 'image', url: picture, alt: 'A new picture' },
      caption: 'A picture that came',
    }),
    flow('deleted', {
      type: 'figure',
      image: { type: 'image', url: picture, alt: 'Its picture' },
      caption: 'A picture that went',
    }),
    flow('inserted', {
      type: 'admonition',
      kind: 'warning',
      children: [paragraph(text('Mind the gap between pier and ferry.'))],
    }),
    {
      type: 'blockquote',
      children: [paragraph(text('A quotation, '), gone('shortened'), come('lengthened'), text('.'))],
    },
    flow('deleted', {
      type: 'list',
      ordered: false,
      spread: false,
      children: [
        { type: 'listItem', spread: false, children: [paragraph(text('one of a list that is gone'))] },
        { type: 'listItem', spread: false, children: [paragraph(text('two of it'))] },
      ],
    }),
  ];
  const footnotes = [
    {
      type: 'footnoteDefinition',
      identifier: 'a',
      index: 1,
      edited: 'deleted',
      children: [paragraph(text('A note that is gone.'))],
    },
    {
      type: 'footnoteDefinition',
      identifier: 'b',
      index: 2,
      edited: 'inserted',
      children: [paragraph(text('A note that came.'))],
    },
  ] satisfies readonly FootnoteDefinition[];
  const entries = (own: readonly Entry[]): Entry[] =>
    own.map((entry, at) => {
      if (at === 0)
        return {
          ...entry,
          answer: [...words, ...blocks],
          footnotes,
          edits: { question: [text('When does the '), gone('boat'), come('ferry'), text(' leave?')] },
          question: [text('When does the ferry leave?')],
        };
      return at === 1 ? { ...entry, edits: { kind: 'inserted' } } : entry;
    });
  return {
    ...book,
    redline: { since: { version: '2026.1', date: '2026-01-15' } },
    chapters: book.chapters.map((chapter) => ({ ...chapter, entries: entries(chapter.entries) })),
  };
}
