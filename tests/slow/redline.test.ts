import { bookPath, type Handbook } from '@octavo/core';
import { redlined } from '@octavo/core/ledger';
import { compile as compileEpub } from '@octavo/epub';
import { compile as compileHtml } from '@octavo/html';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Element } from '../../packages/verify/src/markup/element.ts';
import { parseHtml } from '../../packages/verify/src/markup/parse-html.ts';
import { anyEditions } from '../pdf/any-book.ts';
import { editionsOf } from '../pdf/editions-of.ts';

/**
 * Not the text: marks and anchors, numbers of notes, which are those of both editions together, and what stands below
 * an answer, where questions are the newer ones.
 */
const APART =
  /(?:^| )(?:unseen|footnote-mark|footnote-back|to-here|notice|stamp|facts?|related|actions)(?: |$)/;

/**
 * The letters of what a page says of its entries, without one kind of edit: the text, and the notes in an order of
 * their own, since both editions' notes are numbered together.
 */
function lettersOf(html: string, without: 'ins' | 'del'): readonly string[] {
  const notes: string[] = [];
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const said = (node: Element | string, isWithin: boolean): string => {
    if (typeof node === 'string') return isWithin ? node : '';
    const { class: classes = '', alt = '', alttext } = node.attributes;
    if (APART.test(classes) || (node.name === without && /(?:^| )edit(?: |$)/.test(classes))) return '';
    const isHere = isWithin || /(?:^| )(?:answer|question|entry)(?: |$)/.test(classes);
    if (node.name === 'img' || alttext !== undefined) return isHere ? (alttext ?? alt) : '';
    const text = node.children.map((child) => said(child, isHere)).join('');
    if (
      !/(?:^|-)endnotes?$/.test(node.attributes.role ?? '') &&
      !/-fn-\d+$|_fn-\d+$/.test(node.attributes.id ?? '')
    )
      return text;
    notes.push(letters(text));
    return '';
  };
  const flow = letters(said(parseHtml(html), false));
  return [flow, ...notes.filter((note) => note !== '').sort()];
}

/** The pages of the chapters, by path: of the site, and of the EPUB. */
async function pagesOf(
  handbook: Handbook,
  assets: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ids = new Set(handbook.chapters.map(({ id }) => id));
  for (const { path, content } of (await compileHtml(handbook, { assets })).files)
    if (ids.has(path.replace(/\/index\.html$/, ''))) found.set(path, strFromU8(content as Uint8Array));
  for (const { path, content } of (await compileEpub(handbook, { assets })).files) {
    if (path !== bookPath(handbook, `${handbook.id}.epub`)) continue;
    const chunks: Uint8Array[] = [];
    if (content instanceof Uint8Array) chunks.push(content);
    else for await (const chunk of content) chunks.push(chunk);
    for (const [name, bytes] of Object.entries(unzipSync(Buffer.concat(chunks))))
      if (/\/chapter-/.test(name)) found.set(name, strFromU8(bytes));
  }
  return found;
}

/** `OCTAVO_SEED` looks at other pairs; `OCTAVO_FUZZ_RUNS` at more of them, such as 500. */
const seed = Number(process.env.OCTAVO_SEED ?? 20);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 80);

test(
  `of ${numRuns} random pairs of editions, website and EPUB read back without insertions say the earlier one, without deletions the newer (OCTAVO_SEED=${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(anyEditions, async ([older, newer]) => {
        const { before, after, assets } = editionsOf(older, newer);
        const [old, now, both] = await Promise.all(
          [before, after, redlined(before, after)].map((book) => pagesOf(book, assets)),
        );
        for (const [path, text] of both ?? []) {
          expect(lettersOf(text, 'del'), path).toEqual(lettersOf(now?.get(path) ?? '', 'del'));
          expect(lettersOf(text, 'ins'), path).toEqual(lettersOf(old?.get(path) ?? '', 'ins'));
        }
      }),
      { seed, numRuns, endOnFailure: true },
    );
  },
  1_200_000 + 30_000 * numRuns,
);
