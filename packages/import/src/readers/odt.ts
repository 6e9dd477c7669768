import { strFromU8, unzipSync } from 'fflate';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { dataAddress } from './data-address.ts';
import { countedOn } from './docx.ts';
import { boundedPackage } from './docx-package.ts';
import { readHtml } from './html.ts';
import { odtPage } from './odt-page.ts';
import { odtStyles } from './odt-styles.ts';

/** Reads an OpenDocument text (LibreOffice Writer): headings, lists, tables, links, notes, pictures, as the page that it is. */
export function readOdt(source: SourceText): ReadDocument {
  const parts = unzipSync(boundedPackage(source.bytes));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const content = text('content.xml');
  if (content === '') throw new Error('there is no content.xml in it');
  const picture = (name: string) => dataAddress(name, parts[name]) ?? name.replace(/^\.\.\//, '');
  const formula = (name: string) =>
    /<(?:\w+:)?math\b[\s\S]*math>/.exec(text(`${name}/content.xml`))?.[0] ?? '';
  const page = odtPage(content, odtStyles(text('styles.xml') + content), picture, formula);
  const read = readHtml({ ...source, text: `<html><body>${page}</body></html>`, kind: 'html' });
  const blocks = read.content.kind === 'blocks' ? read.content.blocks : [];
  return { ...read, content: { kind: 'blocks', blocks: countedOn(blocks) } };
}
