import { posix } from 'node:path';
import { compareErrata, spelledOut } from '../compare/compare-errata.ts';
import { compareGlossary } from '../compare/compare-glossary.ts';
import { compareIndex } from '../compare/compare-index.ts';
import { compareList, markupLines } from '../compare/compare-lists.ts';
import { compareMark } from '../compare/compare-mark.ts';

import { compareImages, compareSheets, type ShownImage } from '../compare/judge-markup.ts';
import { judgePage } from '../compare/judge-page.ts';
import { MARKUP } from '../content/normalise.ts';
import { appendixLines } from '../expected/appendix-lines.ts';
import { type ExpectedList, expectedLists } from '../expected/expected-lists.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
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
  const vocabulary = vocabularyOf(handbook, [...epub.pageLabels, book.stateHash ?? '']);
  const shown: ShownImage[] = [];
  let told: readonly string[] = [];
  let errata: readonly string[] = [];
  const wantedLists = expectedLists(handbook);
  const lists = new Map<ExpectedList, readonly string[]>();
  for (const path of epub.inOrder) {
    const root = epub.documents.get(path);
    if (!root) continue;
    const page = findings.about({ part: path, file: `${file}!/${path}` });
    compareMark(page, handbook, allElements(root, '[role~=note]').map(rawText));
    const content = prose.has(path) ? '[role~=doc-qna], body' : '[role~=doc-qna], .introduction';
    const quotes = /\/(?:changes|errata|history)\.xhtml$/.test(path);
    if (path.endsWith('/history.xhtml')) told = allElements(root, 'li').map(rawText);
    if (path.endsWith('/errata.xhtml')) errata = allElements(root, '.changes > li').map(rawText);
    judgePage(page, { root, hiding, vocabulary, site: false, content, quotes });
    const target = (href: string): string => anchors.target(path, href);
    const [glossary, index] = ['doc-glossary', 'doc-index'].map((role) =>
      findElement(root, `[role~=${role}]`),
    );
    for (const list of wantedLists) {
      const section = listSection(root, list);
      if (section) lists.set(list, markupLines(section, target));
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
  compareErrata(findings.about({ part: 'errata', file }), handbook, errata, spelledOut(handbook));
  for (const list of wantedLists)
    compareList(findings.about({ part: list.id, file }), list, lists.get(list) ?? []);
  await compareImages(findings.about({ file }), book, shown);
  compareSheets(findings.about({ part: 'style sheets', file }), sheets);
}

/** A list of figures or tables says what it is to machines; one of entries has its title alone. */
function listSection(root: Element, { id, title }: ExpectedList): Element | undefined {
  const type = { figures: 'loi', tables: 'lot' }[id];
  if (type !== undefined) return findElement(root, `section[epub\\:type~=${type}]`);
  const heading = findElement(root, 'section > h1');
  const isList = heading && rawText(heading) === title && !findElement(root, '[role~=doc-qna]');
  return isList ? root : undefined;
}
