import { type PdfDictionary, type PdfValue, textOf, utf16 } from '@octavo/verify/pdf-objects';
import { editPdf, type PdfEditor } from './edit-pdf.ts';

/** An element of the structure tree with its object's number. */
export interface Tag {
  readonly ref: number;
  readonly type: string;
  readonly facts: PdfDictionary;
  readonly kids: readonly PdfValue[];
  readonly children: readonly Tag[];
}

export interface PdfChanges extends PdfEditor {
  /** The structure tree. */
  readonly root: Tag;
  /** The reference to the document's catalogue. */
  readonly rootRef: PdfValue;
  /** Tags of a type below a tag, in reading order. */
  readonly tags: (type: string, below?: Tag) => readonly Tag[];
  /** The section of an entry: the one at a place among all. */
  readonly entry: (index: number) => Tag;
  /** Gives a tag other kids. */
  readonly setKids: (tag: Tag, kids: readonly PdfValue[]) => void;
  /** Takes a tag out of the one it is in. */
  readonly drop: (tag: Tag) => void;
  /** Exchanges letters of what a tag's first stretches show; the new text is as long, or shorter. */
  readonly retext: (tag: Tag, from: string, to: string) => void;
  /** Exchanges letters at the foot or head of a page. */
  readonly refoot: (page: number, from: string, to: string) => void;
  /** Pages as object numbers. */
  readonly pages: readonly number[];
  /** Changes the content of a page. */
  readonly content: (page: number, change: (content: string) => string) => void;
}

/** What names of PDF 2.0 were called before. */
const FORMER: Readonly<Record<string, string>> = { FENote: 'Note' };

/** Opens a PDF for changes of what it says. */
export function pdfChanges(bytes: Uint8Array): PdfChanges {
  const editor = editPdf(bytes);
  const { objects } = editor;
  const parents = new Map<number, Tag>();
  const tagOf = (value: PdfValue): Tag | undefined => {
    if (typeof value !== 'object' || value === null || !('ref' in value)) return undefined;
    const facts = objects.dictionary(value);
    const type = facts?.get('S');
    if (!facts || typeof type !== 'object' || type === null || !('name' in type)) return undefined;
    const own = facts.get('K');
    const kids = Array.isArray(own)
      ? own
      : own === undefined
        ? []
        : Array.isArray(objects.get(own))
          ? objects.list(own)
          : [own];
    const children = kids.map(tagOf).filter((tag) => tag !== undefined);
    const tag: Tag = { ref: value.ref, type: FORMER[type.name] ?? type.name, facts, kids, children };
    for (const child of children) parents.set(child.ref, tag);
    return tag;
  };
  const top = objects.dictionary(objects.root.get('StructTreeRoot'))?.get('K') ?? null;
  const root = tagOf(top);
  if (!root) throw new Error('no structure');
  const tags: PdfChanges['tags'] = (type, below = root) => [
    ...(below.type === type ? [below] : []),
    ...below.children.flatMap((child) => tags(type, child)),
  ];
  const pages = pagesIn(editor, objects.root.get('Pages'));
  const current = new Map<number, string>();
  const content: PdfChanges['content'] = (page, change) => {
    const stream = objects.dictionary({ ref: page })?.get('Contents') as { ref: number } | undefined;
    // A blank page has none.
    if (!stream) return;
    const next = change(current.get(stream.ref) ?? objects.stream(stream));
    current.set(stream.ref, next);
    editor.putStream(stream.ref, next);
  };
  const setKids: PdfChanges['setKids'] = (tag, kids) => editor.change(tag.ref, { K: [...kids] });
  return {
    ...editor,
    root,
    rootRef: rootReference(bytes),
    tags,
    pages,
    content,
    setKids,
    entry(index) {
      const found = tags('Sect').filter((tag) => tag.children[0]?.type === 'H2')[index];
      if (!found) throw new Error(`no entry ${index}`);
      return found;
    },
    drop(tag) {
      const parent = parents.get(tag.ref);
      if (parent)
        setKids(
          parent,
          parent.kids.filter((kid) => (kid as { ref?: number }).ref !== tag.ref),
        );
    },
    refoot(page, from, to) {
      content(page, (text) => {
        const changed = retexted(editor, page, text, /\/Artifact <<\/Type \/Pagination>> BDC/, from, to);
        if (changed === undefined) throw new Error(`“${from}” is not at its foot`);
        return changed;
      });
    },
    retext(tag, from, to) {
      const places = stretches(tag);
      const done = places.some(({ page, id }) => {
        let found = false;
        content(page, (text) => {
          const changed = retexted(editor, page, text, new RegExp(`/\\w+ <</MCID ${id}>> BDC`), from, to);
          found = changed !== undefined;
          return changed ?? text;
        });
        return found;
      });
      if (!done) throw new Error(`“${from}” is not in it`);
    },
  };
}

/** The stretches of a tag: page object and MCID. */
export function stretches(tag: Tag): { page: number; id: number }[] {
  const own = (tag.facts.get('Pg') as { ref: number } | undefined)?.ref ?? -1;
  return [
    ...tag.kids.flatMap((kid) => {
      if (typeof kid === 'number') return [{ page: own, id: kid }];
      const id = kid instanceof Map ? kid.get('MCID') : undefined;
      if (typeof id !== 'number' || !(kid instanceof Map)) return [];
      return [{ page: (kid.get('Pg') as { ref: number } | undefined)?.ref ?? own, id }];
    }),
    ...tag.children.flatMap(stretches),
  ];
}

function retexted(
  editor: PdfEditor,
  page: number,
  content: string,
  mark: RegExp,
  from: string,
  to: string,
): string | undefined {
  const start = mark.exec(content)?.index ?? -1;
  const end = content.indexOf('\nEMC', start);
  if (start < 0) return undefined;
  const part = content.slice(start, end);
  const font = content.slice(0, start).match(/\/(\S+) [\d.]+ Tf(?![\s\S]*Tf)/)?.[1] ?? '';
  const letters = lettersIn(editor, page, part, font);
  const at = letters
    .map((letter) => letter.text)
    .join('')
    .indexOf(from);
  if (at < 0) return undefined;
  let changed = part;
  for (const [index, letter] of letters
    .slice(at, at + from.length)
    .reverse()
    .entries()) {
    const next = to[from.length - 1 - index];
    const code = next === undefined ? '' : letter.codes.get(next);
    if (code === undefined) throw new Error(`the font has no “${next}”`);
    changed = changed.slice(0, letter.place) + code + changed.slice(letter.place + 4);
  }
  return content.slice(0, start) + changed + content.slice(end);
}

interface Letter {
  readonly text: string;
  readonly place: number;
  /** The codes of the letter's font, by letter. */
  readonly codes: ReadonlyMap<string, string>;
}

function lettersIn(editor: PdfEditor, page: number, part: string, before: string): Letter[] {
  const { objects } = editor;
  const resources = objects.dictionary(objects.dictionary({ ref: page })?.get('Resources'));
  const fonts = objects.dictionary(resources?.get('Font'));
  const letters: Letter[] = [];
  let font = before;
  for (const match of part.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
    if (match[1] !== undefined) {
      font = match[1];
      continue;
    }
    const map = unicodeOf(objects.stream(objects.dictionary(fonts?.get(font))?.get('ToUnicode')));
    const codes = new Map([...map].map(([code, text]) => [text, code]));
    const hex = match[2] ?? '';
    for (let at = 0; at + 4 <= hex.length; at += 4)
      letters.push({
        text: map.get(hex.slice(at, at + 4)) ?? '?',
        place: (match.index ?? 0) + 1 + at,
        codes,
      });
  }
  return letters;
}

/** The letters of a font's codes (ISO 32000-1, 9.10.3). */
function unicodeOf(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const letters = (code: string): string => utf16(Buffer.from(code, 'hex').toString('latin1'));
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, code] of [...list.matchAll(/<([0-9a-f]+)>/g)].entries())
      map.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), letters(code[1] ?? ''));
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of section.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g))
      map.set(code, letters(to));
  }
  return map;
}

function pagesIn(editor: PdfEditor, value: PdfValue | undefined): number[] {
  const facts = editor.objects.dictionary(value);
  const kids = editor.objects.list(facts?.get('Kids'));
  if (kids.length === 0) return [(value as { ref: number }).ref];
  return kids.flatMap((kid) => pagesIn(editor, kid));
}

/** The annotations of links to a named destination. */
export function linksTo(pdf: PdfChanges, name: string): number[] {
  return pdf.pages.flatMap((page) =>
    pdf.objects.list(pdf.dictionary({ ref: page }).get('Annots')).flatMap((value) => {
      const link = pdf.dictionary(value);
      const dest = link.get('Dest') ?? pdf.dictionary(link.get('A')).get('D');
      return textOf(dest) === name ? [(value as { ref: number }).ref] : [];
    }),
  );
}

/** Changes the PDF among files, which lies at a path. */
export const inPdf =
  (how: (pdf: PdfChanges) => void, path = 'parity.pdf') =>
  (files: Map<string, Uint8Array>): void => {
    const pdf = pdfChanges(files.get(path) ?? new Uint8Array());
    how(pdf);
    files.set(path, pdf.save());
  };

/** The leaf of the tree of names that has a name, and the place of its value. */
export function named(
  pdf: PdfChanges,
  name: string,
): { readonly leaf: number; readonly names: readonly PdfValue[]; readonly at: number } {
  const tree = pdf.dictionary(pdf.dictionary(pdf.objects.root.get('Names')).get('Dests'));
  for (const kid of pdf.objects.list(tree.get('Kids'))) {
    const names = pdf.objects.list(pdf.dictionary(kid).get('Names'));
    const at = names.findIndex(
      (one) => typeof one === 'object' && one !== null && 'bytes' in one && one.bytes === name,
    );
    if (at >= 0) return { leaf: (kid as { ref: number }).ref, names, at };
  }
  throw new Error(`no destination ${name}`);
}

/** Where the trailer says the catalogue is. */
function rootReference(bytes: Uint8Array): PdfValue {
  const found = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/Root (\d+) 0 R/g),
  ].at(-1)?.[1];
  if (found === undefined) throw new Error('no catalogue');
  return { ref: Number(found) };
}
