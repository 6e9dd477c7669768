import { posix } from 'node:path';
import { compareGlossary } from '../compare/compare-glossary.ts';
import { compareIndex } from '../compare/compare-index.ts';
import { compareMark } from '../compare/compare-mark.ts';
import { comparePartList, LIST_KINDS, markupLines } from '../compare/compare-part-lists.ts';
import { compareImages, compareSheets, type ShownImage } from '../compare/judge-markup.ts';
import { judgePage } from '../compare/judge-page.ts';
import { MARKUP } from '../content/normalise.ts';
import { appendixLines } from '../expected/appendix-lines.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, findElement, rawText } from '../markup/element.ts';
import { hidingRules } from '../markup/hiding.ts';
import { imagesIn } from '../markup/images.ts';
import { parseStyles } from '../markup/style-sheet.ts';
import { keyOf } from './epub-anchors.ts';
import type { EpubReading } from './epub-reading.ts';

/** Each document by itself, the pictures' files, and the style sheets. */
export async function compareEpubDocuments(
  { findings, book, epub, anchors, file }: EpubReading,
  prose: ReadonlySet<string>,
): Promise<void> {
  const { handbook } = book;
  const decoder = new TextDecoder();
  const sheets = [...epub.files]
    .filter(([path]) => path.endsWith('.css'))
    .map(([, bytes]) => parseStyles(decoder.decode(bytes)));
  const hiding = hidingRules(sheets);
  const vocabulary = vocabularyOf(handbook, epub.pageLabels);
  const shown: ShownImage[] = [];
  let told: readonly string[] = [];
  const lists = new Map<string, readonly string[]>();
  for (const path of epub.inOrder) {
    const root = epub.documents.get(path);
    if (!root) continue;
    const page = findings.about({ part: path, file: `${file}!/${path}` });
    compareMark(page, handbook, allElements(root, '[role~=note]').map(rawText));
    const content = prose.has(path) ? '[role~=doc-qna], body' : '[role~=doc-qna]';
    const quotes = /\/(?:changes|history)\.xhtml$/.test(path);
    if (path.endsWith('/history.xhtml')) told = allElements(root, 'li').map(rawText);
    judgePage(page, { root, hiding, vocabulary, site: false, content, quotes });
    const target = (href: string): string => anchors.target(path, href);
    const [glossary, index] = ['doc-glossary', 'doc-index'].map((role) =>
      findElement(root, `[role~=${role}]`),
    );
    for (const kind of LIST_KINDS) {
      const list = findElement(root, `section[epub\\:type~=${kind === 'figures' ? 'loi' : 'lot'}]`);
      if (list) lists.set(kind, markupLines(list, target));
    }
    if (glossary) compareGlossary(page, book, glossary, target);
    if (index) compareIndex(page, book, index, target);
    const fileOf = (src: string): string => posix.join(posix.dirname(path), decodeURI(src));
    for (const section of allElements(root, '[role~=doc-qna]'))
      for (const image of imagesIn(section, fileOf))
        shown.push({
          ...image,
          number: book.numberOfKey(keyOf(section) ?? ''),
          shownIn: `${file}!/${path}`,
          bytes: async () => epub.files.get(image.file),
        });
  }
  findings.about({ part: 'history', file }).list(
    'documents',
    appendixLines(handbook).map(({ number, line }) => MARKUP.text(`${number} ${line}`)),
    told.map(MARKUP.text),
    'the history',
  );
  for (const kind of LIST_KINDS)
    comparePartList(findings.about({ part: kind, file }), book, kind, lists.get(kind) ?? []);
  await compareImages(findings.about({ file }), book, shown);
  compareSheets(findings.about({ part: 'style sheets', file }), sheets);
}
