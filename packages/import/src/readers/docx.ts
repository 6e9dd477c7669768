import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { boundHtml } from '../html/bound.ts';
import { prepare } from '../html/prepare.ts';
import { htmlToMdast } from '../html/to-mdast.ts';
import type { SourceText } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';
import type { ReadDocument } from './reader.ts';

/** More than this in one document and unpacking could take the machine. */
const MAX_BYTES = 60_000_000;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Question'] => h3:fresh",
  "p[style-name='Frage'] => h3:fresh",
];

/** Reads a Word document (through mammoth): headings, lists, tables, links, notes, images. */
export async function readDocx(source: SourceText): Promise<ReadDocument> {
  const { path, bytes } = source;
  const place = { path, line: 1 };
  try {
    if (bytes.length > MAX_BYTES) throw new Error(`it has ${Math.round(bytes.length / 1e6)} MB`);
    const buffer = Buffer.from(bytes);
    const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES });
    const raw = await mammoth.extractRawText({ buffer });
    const tree = fromHtml(boundHtml(value), { fragment: true });
    prepare(tree, false);
    return {
      content: { kind: 'blocks', blocks: htmlToMdast(tree) },
      footnotes: new Map(),
      dropped: [],
      words: wordsAt(raw.value, 1),
      findings: messages
        .filter(({ type }) => type === 'error')
        .map(({ message }) => ({ kind: 'unreadable', severity: 'warning', place, reason: message })),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    return {
      content: { kind: 'blocks', blocks: [] },
      footnotes: new Map(),
      dropped: [],
      words: [],
      findings: [
        {
          kind: 'source-broken',
          severity: 'error',
          place,
          reason: `this is no Word document that can be read: ${why}`,
          note: 'Save it again as .docx.',
        },
      ],
    };
  }
}
