import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { asPreview, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import type { Book } from '../contract/load-book.ts';

const IMAGES = fileURLToPath(new URL('../fixtures/images', import.meta.url));
const FONT = createRequire(import.meta.resolve('@octavo/pdf')).resolve(
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
);
const CID_KEYED = fileURLToPath(new URL('../../packages/pdf/test/fonts/cid-keyed.otf', import.meta.url));
const FORMULAS = [
  'a = b \\tag{1}',
  '\\begin{equation} a = b \\end{equation}',
  '\\begin{aligned} a &= b + c \\\\ d &= e \\end{aligned}',
  '\\begin{cases} x & \\text{if } x>0 \\\\ y & \\text{otherwise} \\end{cases}',
  '\\begin{array}{l|r} left & right \\\\ \\hline l & 1 \\end{array} \\quad \\overline{AB} \\quad \\boxed{z}',
  '\\color{red}{r} \\cancel{x} \\underline{CD} \\int_0^1 \\sqrt{x}\\,dx',
];

/**
 * A book with fonts of its own, every kind of picture and of formula, and the mark of a preview. `cmyk`:
 * with the picture in CMYK, which PDF/A cannot hold.
 */
export function previewBook({ cmyk = true }: { readonly cmyk?: boolean } = {}): Book {
  const names = readdirSync(IMAGES).filter((name) => cmyk || name !== 'cmyk.jpg');
  const pictures = names.map(
    (name) =>
      `![A picture, ${name}](../assets/${name} "Caption of ${name}")\n\nIn words ![small](../assets/${name}).`,
  );
  const file = (path: string, value: string | Uint8Array) =>
    new VFile({ path, value: typeof value === 'string' ? new TextEncoder().encode(value) : value });
  const assets = new Map<string, Uint8Array>([
    ...names.map((name) => [`assets/${name}`, new Uint8Array(readFileSync(`${IMAGES}/${name}`))] as const),
    ['assets/own.ttf', new Uint8Array(readFileSync(FONT))],
    ['assets/cid-keyed.otf', new Uint8Array(readFileSync(CID_KEYED))],
  ]);
  const sources = [
    file(
      'handbook.yaml',
      `schemaVersion: 1
id: preview
title: A book before its release
language: en
iri: https://preview.example/book/
publisher: { name: Small Press }
edition: { version: "1", date: "2026-11-01" }
chapters: [{ id: basics, title: Basics }]
pdf: { fonts: [assets/own.ttf, assets/cid-keyed.otf] }
epub: { fonts: [assets/own.ttf] }
`,
    ),
    file(
      'basics/1-pictures.md',
      `---\nnumber: 1\nquestion: What is shown?\n---\n\n日本語の問い。\n\n${pictures.join('\n\n')}\n`,
    ),
    file(
      'basics/2-formulas.md',
      `---\nnumber: 2\nquestion: What is set?\n---\n\n${FORMULAS.map((tex) => `$$\n${tex}\n$$`).join('\n\ntext, $x_1^2$ and $\\frac{a}{b}$\n\n')}\n`,
    ),
    file(
      'basics/3-marks.md',
      '---\nnumber: 3\nquestion: What is marked?\nstatus: deprecated\nreplacedBy: 1\n---\n\nOnce.[^1][^2] :span[كتاب]{lang=ar dir=rtl}\n\n- [x] Done\n- [ ] Open\n\n[^1]: One.\n[^2]: Two.\n',
    ),
    ...[...assets].map(([path, bytes]) => file(path, bytes)),
  ];
  const { handbook } = loadHandbook(sources);
  if (!handbook) throw new Error(sources.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook: asPreview(handbook), assets };
}
