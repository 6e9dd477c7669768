import type { Root as Page } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import type { FootnoteDefinition, RootContent } from 'mdast';
import { boundHtml } from '../html/bound.ts';
import { takeNotes } from '../html/notes.ts';
import { prepare } from '../html/prepare.ts';
import { htmlToMdast } from '../html/to-mdast.ts';
import { finding } from '../model/finding.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { textOf } from '../model/text-of.ts';
import { wordsAt } from '../model/words.ts';
import { asks } from '../recognise/asks.ts';
import { boundedPackage } from './docx-package.ts';
import { settleCaptions } from './word-captions.ts';
import { wordFormulas } from './word-formulas.ts';
import { WORD_STYLES } from './word-styles.ts';

/** Bytes of a document's pictures, each as often as it is shown: they travel as text. */
const MAX_PICTURES = 50_000_000;

/** What stands first in a list wins. */
const STYLES = [
  ...WORD_STYLES.map(({ name, of, as }) => `${of}[style-name='${name}'] => ${as}`),
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['Source Code', 'HTML Preformatted', 'Preformatted Text', 'Macro Text', 'Code'].map(
    (name) => `p[style-name='${name}'] => pre:fresh`,
  ),
  ...['Verbatim Char', 'HTML Code', 'Source Text', 'Inline Code', 'Code Char', 'HTML Typewriter'].map(
    (name) => `r[style-name='${name}'] => code`,
  ),
  "p[style-name='Captioned Figure'] => figure:fresh",
  "p[style-name='Image Caption'] => figure > figcaption:fresh",
  ...['caption', 'Table Caption', 'Table', 'Figure', 'Illustration'].map(
    (name) => `p[style-name='${name}'] => p.caption:fresh`,
  ),
  "p[style-name='Question'] => h3:fresh",
  "p[style-name='Frage'] => h3:fresh",
];

/** Reads a Word document (through mammoth): headings, lists, tables, links, notes, images. */
export async function readDocx(source: SourceText): Promise<ReadDocument> {
  const { path, bytes } = source;
  const { text, blocks, footnotes, messages } = await readWord(bytes);
  return {
    content: { kind: 'blocks', blocks: countedOn(blocks) },
    footnotes,
    dropped: [],
    words: wordsAt(await text(), 1),
    findings: messages
      .filter(({ type }) => type === 'error')
      .map(({ message }) => finding('unreadable', 'warning', { path, line: 1 }, message)),
  };
}

/** What mammoth makes of a Word document. */
interface WordText {
  /** All its words. */
  readonly text: () => Promise<string>;
  readonly blocks: RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly messages: readonly { readonly type: string; readonly message: string }[];
}

/**
 * Reads a Word document through mammoth, which takes tracked changes as accepted: its blocks and notes. `change`
 * gets the page that mammoth makes. Throws for a document that cannot be read.
 */
export async function readWord(
  bytes: Uint8Array,
  change: (page: Page) => void = () => undefined,
): Promise<WordText> {
  const formulas = wordFormulas();
  const isText = (part: string) => /^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(part);
  const taken = boundedPackage(bytes, (xml, part) =>
    isText(part) && xml.includes('<m:oMath') ? formulas.take(xml) : xml,
  );
  const buffer = Buffer.from(taken);
  const options = { styleMap: STYLES, convertImage: pictures() };
  const { value, messages } = await mammoth.convertToHtml({ buffer }, options);
  const page = fromHtml(boundHtml(value), { fragment: true });
  formulas.settle(page);
  settleCaptions(page);
  change(page);
  const footnotes = takeNotes(page);
  prepare(page, false);
  const text = async () => formulas.inText((await mammoth.extractRawText({ buffer })).value);
  return { text, blocks: htmlToMdast(page), footnotes, messages };
}

/** Pictures as data in the page, up to a limit; mammoth tells the error of one that is left out. */
function pictures(): ReturnType<typeof mammoth.images.imgElement> {
  let used = 0;
  return mammoth.images.imgElement(async (image) => {
    const data = await image.readAsBuffer().catch(() => undefined);
    if (data === undefined) throw new Error('a picture is not in the document: it was left out');
    used += data.length;
    if (used > MAX_PICTURES)
      throw new Error(`the pictures have more than ${MAX_PICTURES / 1e6} MB: this one was left out`);
    return { src: `data:${image.contentType};base64,${data.toString('base64')}` };
  });
}

/** Word counts on over the answers between the items of a list; each piece of it begins at 1 here. A heading begins anew. */
export function countedOn(blocks: readonly RootContent[]): RootContent[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.type === 'heading') count = 0;
    if (block.type !== 'list' || !block.ordered) return block;
    const asking = block.children.some((item) => asks(textOf(item.children[0])) >= 0.6);
    if (!asking) return block;
    const start = count + 1;
    count += block.children.length;
    return { ...block, start };
  });
}
