import { strFromU8, unzipSync } from 'fflate';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { brokenDocument, whyBroken } from './broken-document.ts';
import { countedOn } from './docx.ts';
import { boundedPackage } from './docx-package.ts';
import { readHtml } from './html.ts';
import { odtPage } from './odt-page.ts';
import { odtStyles } from './odt-styles.ts';

/** Reads an OpenDocument text (LibreOffice Writer): headings, lists, tables, links, notes, pictures, as the page that it is. */
export function readOdt(source: SourceText): ReadDocument {
  const { path } = source;
  try {
    const parts = unzipSync(boundedPackage(source.bytes));
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const content = text('content.xml');
    if (content === '') throw new Error('there is no content.xml in it');
    const picture = (name: string) => {
      const bytes = parts[name];
      const kind = /\.(png|jpe?g|gif|webp|svg)$/i.exec(name)?.[1]?.toLowerCase() ?? 'png';
      const type = { jpg: 'jpeg', svg: 'svg+xml' }[kind] ?? kind;
      return bytes
        ? `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
        : name.replace(/^\.\.\//, '');
    };
    const page = odtPage(content, odtStyles(text('styles.xml') + content), picture);
    const read = readHtml({ ...source, text: `<html><body>${page}</body></html>`, kind: 'html' });
    const blocks = read.content.kind === 'blocks' ? read.content.blocks : [];
    return { ...read, content: { kind: 'blocks', blocks: countedOn(blocks) } };
  } catch (error) {
    const reason = `this OpenDocument text cannot be read: ${whyBroken(error)}`;
    return brokenDocument(path, reason, 'Save it again as .odt, or as .docx.');
  }
}
