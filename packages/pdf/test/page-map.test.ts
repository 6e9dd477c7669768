import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type AnswerNode,
  childrenOf,
  type Handbook,
  type PageBreakPlace,
  schemaTools,
  toText,
} from '@octavo/core';
import { compile } from '@octavo/pdf';
import { expect, it } from 'vitest';
import { openPdf, pageTexts } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { handbookOf } from './sample.ts';

const ROOT = new URL('../../../content/coremodels-faq', import.meta.url).pathname;

function sources(folder: string): Record<string, Uint8Array> {
  const found: Record<string, Uint8Array> = {};
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && !path.includes('node_modules'))
      found[relative(folder, path)] = new Uint8Array(readFileSync(path));
  }
  return found;
}

const collated = (handbook: Handbook, texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].sort(new Intl.Collator(handbook.language).compare);

/** The first words of a line of what the book makes itself. */
function lineAt(handbook: Handbook, { id, path }: PageBreakPlace): string | undefined {
  const [line = 0, below] = path;
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  if (id === 'glossary')
    return collated(
      handbook,
      handbook.glossary.map((term) => term.term),
    )[line];
  if (id === 'contents')
    return [
      ...handbook.front.map((page) => page.title),
      ...handbook.chapters.flatMap((chapter, index) => [
        `${index + 1} ${chapter.title}`,
        ...chapter.entries.map((entry) => `${entry.number} ${toText(entry.question)}`),
      ]),
    ][line];
  if (id !== 'index') return undefined;
  const terms = entries.flatMap((entry) => entry.index);
  const term = collated(
    handbook,
    terms.map(([first]) => first),
  )[line];
  if (below === undefined) return term;
  return collated(
    handbook,
    terms.flatMap(([first, second]) => (first === term && second !== undefined ? second : [])),
  )[below];
}

/** The text at a place, as far as the page can show it. */
function textAt(handbook: Handbook, at: PageBreakPlace): string | undefined {
  if (at.kind === 'matter' && at.path.length > 0) return lineAt(handbook, at);
  const entry = handbook.chapters
    .flatMap((chapter) => chapter.entries)
    .find((one) => at.kind === 'entry' && one.number === at.id);
  if (!entry) return undefined;
  if (at.path.length === 0) return `${entry.number} ${toText(entry.question)}`;
  if (at.path.length === 1 && at.path[0] === entry.answer.length) return handbook.labels.related;
  let level: readonly AnswerNode[] = entry.answer;
  let node: AnswerNode | undefined;
  for (const index of at.path) {
    node = level[index];
    level = node ? childrenOf(node) : [];
  }
  return node ? toText([node]).slice(at.offset) : undefined;
}

it('names the first word of every page', { timeout: 60_000 }, async () => {
  const files = sources(ROOT);
  const tools = await schemaTools(Object.entries(files).map(([path, value]) => ({ path, value })));
  const handbook = handbookOf(files, { tools });
  const compiled = await compile(handbook, { fonts: readFonts(handbook) });
  const pdf = await openPdf(compiled);
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages = await pageTexts(pdf);
  const kinds = new Set<string>();
  let looked = 0;
  for (const { label, at } of compiled.pageMap ?? []) {
    const expected = textAt(handbook, at);
    if (!expected) continue;
    const page = pages[labels.indexOf(label)] ?? [];
    const words = page
      .map((word) => word.text)
      .join('')
      .replace(/\s/g, '')
      .replace(/\((\w+,)?p\.\w+\)/g, '');
    // A page may begin with what we add: the page number of a reference.
    const first = expected.replace(/\s/g, '').slice(0, 12);
    expect(words.slice(0, 90), `${label}: ${JSON.stringify(at)}`).toContain(first);
    looked += 1;
    if (at.kind === 'matter') kinds.add(at.id);
  }
  expect(looked).toBeGreaterThan(25);
  expect([...kinds].sort()).toEqual(['contents', 'glossary', 'index']);
  const glossary = compiled.pageMap?.filter(({ at }) => at.id === 'glossary') ?? [];
  expect(glossary[0]?.at).toEqual({ kind: 'matter', id: 'glossary', path: [], offset: 0 });
});
