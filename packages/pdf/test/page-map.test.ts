import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type AnswerNode, childrenOf, type Handbook, type PageBreakPlace, toText } from '@octavo/core';
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

/** The text at a place, as far as the page can show it. */
function textAt(handbook: Handbook, at: PageBreakPlace): string | undefined {
  const entry = handbook.chapters
    .flatMap((chapter) => chapter.entries)
    .find((one) => at.kind === 'entry' && one.number === at.id);
  if (!entry) return undefined;
  if (at.path.length === 0) return `${entry.number} ${toText(entry.question)}`;
  let level: readonly AnswerNode[] = entry.answer;
  let node: AnswerNode | undefined;
  for (const index of at.path) {
    node = level[index];
    level = node ? childrenOf(node) : [];
  }
  return node ? toText([node]).slice(at.offset) : undefined;
}

it('names the first word of every page', { timeout: 60_000 }, async () => {
  const handbook = handbookOf(sources(ROOT));
  const compiled = await compile(handbook, { fonts: readFonts(handbook) });
  const pdf = await openPdf(compiled);
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages = await pageTexts(pdf);
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
  }
  expect(looked).toBeGreaterThan(25);
});
