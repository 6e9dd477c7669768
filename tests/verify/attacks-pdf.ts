import type { PdfValue } from '@octavo/verify/pdf-objects';
import type { Attack } from './attack.ts';
import { inPdf, type PdfChanges, stretches, type Tag } from './pdf-changes.ts';

const attack = (name: string, how: (pdf: PdfChanges) => void): Attack => ({
  name: `parity.pdf: ${name}`,
  spoil: inPdf(how),
});

const [ONE, TWO, THREE, SIX_A] = [0, 1, 2, 6];
const refs = (value: PdfValue | undefined): number => (value as { ref: number }).ref;
const dict = (entries: Readonly<Record<string, PdfValue>>): PdfValue => new Map(Object.entries(entries));
const name = (text: string): PdfValue => ({ name: text });
const bytes = (text: string): PdfValue => ({ bytes: text });

function first(pdf: PdfChanges, type: string, below?: Tag): Tag {
  const [tag] = pdf.tags(type, below);
  if (!tag) throw new Error(`no ${type}`);
  return tag;
}

/** Changes what a tag's stretches paint. */
function paint(pdf: PdfChanges, tag: Tag, how: (content: string) => string): void {
  let changed = false;
  for (const { page, id } of stretches(tag))
    pdf.content(page, (text) => {
      const start = text.indexOf(`<</MCID ${id}>> BDC`);
      const from = text.indexOf('\n', start) + 1;
      // Marks within it end on their own lines.
      const end = text.indexOf('\nEMC', from);
      const next = how(text.slice(from, end));
      changed ||= next !== text.slice(from, end);
      return text.slice(0, from) + next + text.slice(end);
    });
  if (!changed) throw new Error('nothing was painted otherwise');
}

const answer = (pdf: PdfChanges): Tag => first(pdf, 'P', pdf.entry(SIX_A));
const inAnswer = (how: (content: string) => string) => (pdf: PdfChanges) => paint(pdf, answer(pdf), how);
const inked =
  (colour: string) =>
  (content: string): string =>
    `${colour} rg ${content.replace(/[\d.]+ [\d.]+ [\d.]+ rg/g, `${colour} rg`)}`;
const moved = (matrix: string) => (content: string) =>
  content.replace(/1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm/g, (_all, x: string, y: string) =>
    matrix.replace('X', x).replace('Y', y),
  );

/** The page that an answer is on, and where: `q … cm` makes its own coordinates. */
function pageOf(tag: Tag): number {
  return stretches(tag)[0]?.page ?? 0;
}
const over =
  (what: (x: number, y: number) => string) =>
  (pdf: PdfChanges): void => {
    const tag = answer(pdf);
    pdf.content(pageOf(tag), (text) => {
      const { id = 0 } = stretches(tag)[0] ?? {};
      const start = text.indexOf(`<</MCID ${id}>> BDC`);
      const [, x = '0', y = '0'] = /1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm/.exec(text.slice(start)) ?? [];
      const end = text.lastIndexOf('\nQ');
      const at = end < 0 ? text.length : end;
      return `${text.slice(0, at)}\n${what(Number(x), Number(y))}${text.slice(at)}`;
    });
  };
const withState = (pdf: PdfChanges, state: Readonly<Record<string, PdfValue>>): void => {
  const page = pageOf(answer(pdf));
  const resources = pdf.dictionary(pdf.dictionary({ ref: page }).get('Resources'));
  const next = new Map<string, PdfValue>([...resources, ['ExtGState', dict({ GX: dict(state) })]]);
  pdf.change(page, { Resources: next });
  paint(pdf, answer(pdf), (content) => `/GX gs ${content}`);
};
/** The picture in entry 3 and the object it shows. */
const picture = (pdf: PdfChanges): { page: number; object: number } => {
  const page = pageOf(first(pdf, 'Figure', pdf.entry(THREE)));
  const resources = pdf.dictionary(pdf.dictionary({ ref: page }).get('Resources'));
  return { page, object: refs([...pdf.dictionary(resources.get('XObject')).values()][0]) };
};
const figure = (at: number, how: (content: string) => string) => (pdf: PdfChanges) => {
  const tag = pdf.tags('Figure', pdf.entry(THREE))[at];
  if (tag) paint(pdf, tag, how);
};
const link = (pdf: PdfChanges): number => {
  for (const tag of pdf.tags('Link', pdf.entry(ONE)))
    for (const kid of tag.kids) {
      const area = pdf.dictionary(kid).get('Obj');
      if (area && pdf.dictionary(area).has('A')) return refs(area);
    }
  throw new Error('no link out');
};
const annotated = (facts: Readonly<Record<string, PdfValue>>) => (pdf: PdfChanges) => {
  const page = pdf.pages[6] ?? 0;
  const list = pdf.objects.list(pdf.dictionary({ ref: page }).get('Annots'));
  const own = dict({ Type: name('Annot'), Rect: [100, 100, 300, 200], F: 4, ...facts });
  pdf.change(page, { Annots: [...list, own] });
};
const root = (entries: Readonly<Record<string, PdfValue>>) => (pdf: PdfChanges) =>
  pdf.change(refs(pdf.rootRef), entries);
const script = dict({ S: name('JavaScript'), JS: bytes('app.alert(1)') });

/** What can be done to a PDF. */
export const PDF_ATTACKS: readonly Attack[] = [
  attack('white on white', inAnswer(inked('1 1 1'))),
  attack('nearly white', inAnswer(inked('0.93 0.93 0.93'))),
  attack(
    'rendering mode 3',
    inAnswer((content) => `3 Tr ${content} 0 Tr`),
  ),
  attack(
    'rendering mode 7',
    inAnswer((content) => `7 Tr ${content} 0 Tr`),
  ),
  attack('off the page to the left', inAnswer(moved('1 0 0 -1 -5000 Y Tm'))),
  attack('off the page at its foot', inAnswer(moved('1 0 0 -1 X 5000 Tm'))),
  attack('letters of half a point', inAnswer(moved('0.05 0 0 -0.05 X Y Tm'))),
  attack('mirrored', inAnswer(moved('-1 0 0 -1 X Y Tm'))),
  attack('upside down', inAnswer(moved('-1 0 0 1 X Y Tm'))),
  attack('turned', inAnswer(moved('0 1 1 0 X Y Tm'))),
  attack(
    'cut away',
    inAnswer((content) => `q 0 0 1 1 re W n ${content}\nQ`),
  ),
  attack('transparent', (pdf) => withState(pdf, { ca: 0 })),
  attack('nearly transparent', (pdf) => withState(pdf, { ca: 0.05 })),
  attack(
    'covered by a white area',
    over((x, y) => `/Artifact BMC 1 1 1 rg ${x - 5} ${y - 20} 500 60 re f EMC`),
  ),
  attack(
    'covered by a black area',
    over((x, y) => `/Artifact BMC 0 0 0 rg ${x - 5} ${y - 20} 500 60 re f EMC`),
  ),
  attack(
    'covered by an area with a tag of its own',
    over((x, y) => `/P <</MCID 900>> BDC 1 1 1 rg ${x - 5} ${y - 20} 500 60 re f EMC`),
  ),
  attack('painted over with other words', (pdf) => {
    const tag = answer(pdf);
    let copy = '';
    paint(pdf, tag, (content) => {
      copy ||= content;
      return `${content} `;
    });
    pdf.content(pageOf(tag), (text) => text.replace(/\nQ\s*$/, () => `\n/Artifact BMC\n${copy}\nEMC\nQ`));
  }),
  attack('right words said of wrong letters', (pdf) =>
    paint(pdf, answer(pdf), (content) =>
      content.replace(/BT[\s\S]*?ET/, (run) => `/Span <</ActualText (Whoever publishes. )>> BDC ${run} EMC`),
    ),
  ),
  attack('a question in white', (pdf) => paint(pdf, first(pdf, 'H2', pdf.entry(SIX_A)), inked('1 1 1'))),
  attack('a note in white', (pdf) => paint(pdf, first(pdf, 'Note', pdf.entry(ONE)), inked('1 1 1'))),
  attack('a cell in white', (pdf) => paint(pdf, first(pdf, 'TD', pdf.entry(TWO)), inked('1 1 1'))),
  attack('code off the page', (pdf) =>
    paint(pdf, first(pdf, 'Code', pdf.entry(TWO)), moved('1 0 0 -1 9000 Y Tm')),
  ),
  attack('a page that is cropped', (pdf) => pdf.change(pdf.pages[7] ?? 0, { CropBox: [0, 700, 595, 842] })),
  attack('a page that is turned', (pdf) => pdf.change(pdf.pages[7] ?? 0, { Rotate: 180 })),
  attack('words in no tag', (pdf) => {
    const tag = answer(pdf);
    const [{ id = 0 } = {}] = stretches(tag);
    pdf.content(pageOf(tag), (text) => text.replace(/\nQ\s*$/, () => `\n${runOf(text, id)}\nQ`));
  }),
  attack('words in a tag that is in no tree', (pdf) => {
    const tag = answer(pdf);
    const [{ id = 0 } = {}] = stretches(tag);
    pdf.content(pageOf(tag), (text) =>
      text.replace(/\nQ\s*$/, () => `\n/P <</MCID 901>> BDC\n${runOf(text, id)}\nEMC\nQ`),
    );
  }),
  attack('words in the margin', (pdf) => {
    const tag = answer(pdf);
    const [{ id = 0 } = {}] = stretches(tag);
    pdf.content(pageOf(tag), (text) =>
      text.replace(
        /\nQ\s*$/,
        () => `\n/Artifact BMC\n${moved('1 0 0 -1 X 600 Tm')(runOf(text, id))}\nEMC\nQ`,
      ),
    );
  }),
  attack(
    'a picture off the page',
    figure(0, (content) => content.replace(/41\.059/, '4100')),
  ),
  attack(
    'a picture mirrored',
    figure(0, (content) => content.replace('q 11.96 0 0 -11.96', 'q -11.96 0 0 -11.96')),
  ),
  attack(
    'a picture upside down',
    figure(0, (content) => content.replace('q 11.96 0 0 -11.96', 'q 11.96 0 0 11.96')),
  ),
  attack(
    'a picture turned',
    figure(0, (content) => content.replace('q 11.96 0 0 -11.96', 'q 0 11.96 11.96 0')),
  ),
  attack(
    'a picture of one point',
    figure(0, (content) => content.replace('q 11.96 0 0 -11.96', 'q 1 0 0 -1')),
  ),
  attack(
    'a picture stretched',
    figure(0, (content) => content.replace('q 11.96 0 0 -11.96', 'q 11.96 0 0 -4')),
  ),
  attack(
    'a picture not painted',
    figure(0, () => ''),
  ),
  attack(
    'a drawing not painted',
    figure(1, () => ''),
  ),
  attack('a picture behind a mask', (pdf) => {
    const { object } = picture(pdf);
    const facts = pdf.dictionary({ ref: object });
    pdf.putStream(refs(facts.get('SMask')), '\u0000'.repeat(256), {
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: 16,
      Height: 16,
      BitsPerComponent: 8,
      ColorSpace: name('DeviceGray'),
    });
  }),
  attack('another picture', (pdf) => {
    const { object } = picture(pdf);
    const facts = Object.fromEntries(pdf.dictionary({ ref: object }));
    pdf.putStream(object, 'z'.repeat(16 * 16 * 3), { ...facts, Filter: null as never, SMask: null as never });
  }),
  attack('a picture of other size', (pdf) => {
    const { object } = picture(pdf);
    const facts = Object.fromEntries(pdf.dictionary({ ref: object }));
    pdf.putStream(object, 'z'.repeat(4 * 2 * 3), {
      ...facts,
      Width: 4,
      Height: 2,
      Filter: null as never,
      SMask: null as never,
    });
  }),
  attack('a formula not painted', (pdf) => paint(pdf, first(pdf, 'Formula', pdf.entry(TWO)), () => '')),
  attack('a formula in white', (pdf) => paint(pdf, first(pdf, 'Formula', pdf.entry(TWO)), inked('1 1 1'))),
  attack('a formula of one sign', (pdf) =>
    paint(pdf, first(pdf, 'Formula', pdf.entry(TWO)), (content) => content.split('\n').slice(-2).join('\n')),
  ),
  attack('a head that names another chapter', (pdf) =>
    pdf.refoot(pdf.pages[7] ?? 0, 'Words and things', 'Words'),
  ),
  attack('words of the imprint', (pdf) => {
    const tag = pdf
      .tags('P')
      .find((one) => stretches(one)[0]?.page === pdf.pages[2] && tries(pdf, one, 'Press', 'Pess'));
    if (!tag) throw new Error('no imprint');
  }),
  attack('a term of the glossary', (pdf) => {
    const page = pdf.pages.at(-2);
    const tags = ['P', 'LBody', 'Span', 'Lbl', 'TD'].flatMap((kind) => pdf.tags(kind));
    const own = tags.filter((one) => stretches(one)[0]?.page === page);
    if (!own.some((one) => tries(pdf, one, 'every', 'ever'))) throw new Error('no glossary');
  }),
  attack('a script that runs when it is opened', root({ OpenAction: script })),
  attack('a script by name', (pdf) =>
    pdf.change(refs(pdf.objects.root.get('Names')), { JavaScript: dict({ Names: [bytes('x'), script] }) }),
  ),
  attack('a file within', (pdf) =>
    pdf.change(refs(pdf.objects.root.get('Names')), { EmbeddedFiles: dict({ Names: [] }) }),
  ),
  attack('a form', root({ AcroForm: dict({ Fields: [] }) })),
  attack('layers', root({ OCProperties: dict({ OCGs: [] }) })),
  attack('actions of the document', root({ AA: dict({ WC: script }) })),
  attack('actions of a page', (pdf) => pdf.change(pdf.pages[6] ?? 0, { AA: dict({ O: script }) })),
  attack('a link that starts a program', (pdf) =>
    pdf.change(link(pdf), { A: dict({ S: name('Launch'), F: bytes('cmd.exe') }) }),
  ),
  attack('a link that runs a script', (pdf) => pdf.change(link(pdf), { A: script })),
  attack('a link that does more', (pdf) => {
    const own = pdf.dictionary(pdf.dictionary({ ref: link(pdf) }).get('A'));
    pdf.change(link(pdf), { A: new Map<string, PdfValue>([...own, ['Next', script]]) });
  }),
  attack('a link that is painted', (pdf) => pdf.change(link(pdf), { AP: dict({ N: null }) })),
  attack('a link off the page', (pdf) => pdf.change(link(pdf), { Rect: [-900, -900, -800, -880] })),
  attack(
    'a link in no tag',
    annotated({ Subtype: name('Link'), A: dict({ S: name('URI'), URI: bytes('https://evil.example/') }) }),
  ),
  attack('a comment', annotated({ Subtype: name('FreeText'), Contents: bytes('No.') })),
  attack('a stamp', annotated({ Subtype: name('Stamp') })),
  attack('a film', annotated({ Subtype: name('RichMedia') })),
  attack('other metadata', (pdf) => {
    const at = pdf.objects.root.get('Metadata');
    const xmp = pdf.objects.stream(at);
    pdf.putStream(refs(at), xmp.replaceAll('A Handbook to Be Read Back', 'Another Handbook'), {
      Type: name('Metadata'),
      Subtype: name('XML'),
    });
  }),
  attack('no metadata', root({ Metadata: null })),
  attack('another language', root({ Lang: bytes('de') })),
];

/** What a stretch paints. */
function runOf(text: string, id: number): string {
  const from = text.indexOf('\n', text.indexOf(`<</MCID ${id}>> BDC`)) + 1;
  return text.slice(from, text.indexOf('\nEMC', from));
}

function tries(pdf: PdfChanges, tag: Tag, from: string, to: string): boolean {
  try {
    pdf.retext(tag, from, to);
    return true;
  } catch {
    return false;
  }
}
