import { readFileSync } from 'node:fs';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { vi } from 'vitest';

/** A page as pdf.js has it. */
export interface ReadPage {
  /** Every element of its part of the structure tree, parents first, by role; without the root. */
  readonly elements: readonly { readonly role: string; readonly text: string }[];
  /** The marked stretches and annotations the structure names, sorted. */
  readonly named: readonly string[];
  /** The marked stretches its text has and the annotations it bears, sorted. */
  readonly marked: readonly string[];
  readonly operators: number;
  /** `url` as the file has it. */
  readonly links: readonly { readonly dest?: string; readonly url?: string; readonly contents: string }[];
}

/** A whole PDF as pdf.js has it. Pages count from 0. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly labels: readonly string[];
  readonly destinations: ReadonlyMap<string, number>;
  /** In order, nested lines behind the one they are under. */
  readonly outline: readonly { readonly title: string; readonly page: number }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: ReadonlyMap<string, unknown>;
  /** What pdf.js complained of while it read. */
  readonly warnings: readonly string[];
}

/** Reads everything pdf.js can say about a file, its warnings included. */
export async function readWithPdfjs(path: string): Promise<ReadPdf> {
  const warnings: string[] = [];
  const hear = (...words: readonly unknown[]): void => {
    warnings.push(words.join(' '));
  };
  const ears = [
    vi.spyOn(console, 'warn').mockImplementation(hear),
    vi.spyOn(console, 'log').mockImplementation(hear),
  ];
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 1 });
  try {
    const pdf = await task.promise;
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await readPage(await pdf.getPage(number)));
    const { info, metadata } = await pdf.getMetadata();
    return {
      pages,
      labels: (await pdf.getPageLabels()) ?? [],
      destinations: await destinationsOf(pdf),
      outline: await outlineOf(pdf, (await pdf.getOutline()) ?? []),
      info: info as Record<string, unknown>,
      xmp: new Map(metadata as unknown as Iterable<[string, unknown]>),
      warnings,
    };
  } finally {
    await task.destroy();
    for (const ear of ears) ear.mockRestore();
  }
}

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
  readonly type?: 'content' | 'object' | 'annotation';
  readonly id?: string;
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { fnArray } = await page.getOperatorList();
  const texts = await stretches(page);
  const annotations = (await page.getAnnotations()) as readonly {
    id: string;
    dest?: string;
    unsafeUrl?: string;
    contentsObj: { str: string };
  }[];
  const root = (await page.getStructTree()) as StructNode | null;
  const elements: { role: string; text: string }[] = [];
  const named: string[] = [];
  const visit = (node: StructNode): string => {
    if (node.role === undefined) {
      // pdf.js puts this before the name of an annotation that is a kid of its own.
      named.push((node.id ?? '').replace(/^pdfjs_internal_id_/, ''));
      return texts.get(node.id ?? '') ?? '';
    }
    const element = { role: node.role, text: '' };
    if (node !== root) elements.push(element);
    element.text = (node.children ?? []).map(visit).join('');
    return element.text;
  };
  if (root) visit(root);
  page.cleanup();
  return {
    elements,
    named: named.sort(),
    marked: [...texts.keys(), ...annotations.map(({ id }) => id)].sort(),
    operators: fnArray.length,
    links: annotations.map(({ dest, unsafeUrl, contentsObj }) => ({
      ...(dest ? { dest } : {}),
      ...(unsafeUrl ? { url: unsafeUrl } : {}),
      contents: contentsObj.str,
    })),
  };
}

/** The text of every marked stretch of a page, by pdf.js's name for it. */
async function stretches(page: PDFPageProxy): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = item.id || undefined;
      open.push(id);
      if (id !== undefined) texts.set(id, texts.get(id) ?? '');
    }
  }
  return texts;
}

async function destinationsOf(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const found = (await pdf.getDestinations()) as Readonly<Record<string, [{ num: number; gen: number }]>>;
  const pages = new Map<string, number>();
  for (const [name, [reference]] of Object.entries(found)) pages.set(name, await pdf.getPageIndex(reference));
  return pages;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineNode[];
}

async function outlineOf(
  pdf: PDFDocumentProxy,
  nodes: readonly OutlineNode[],
): Promise<{ title: string; page: number }[]> {
  const lines: { title: string; page: number }[] = [];
  for (const { title, dest, items } of nodes) {
    if (!Array.isArray(dest)) throw new Error(`the outline's ${title} leads nowhere`);
    lines.push({ title, page: await pdf.getPageIndex(dest[0]) });
    lines.push(...(await outlineOf(pdf, items)));
  }
  return lines;
}
