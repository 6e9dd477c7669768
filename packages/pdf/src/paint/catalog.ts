import { createHash } from 'node:crypto';
import { colorProfile } from '../wasm-files.ts';
import { type FileWriter, type ObjectWriter, textString } from './object-writer.ts';
import { type Metadata, PRODUCER, xmp } from './xmp.ts';

/**
 * Ends a file with its catalog, which gets the `entries`, and with what the file says of itself (ISO 32000-2, 7.7.2).
 */
export function writeCatalog(
  writer: FileWriter,
  metadata: Metadata,
  rightToLeft: boolean,
  entries: string,
): void {
  const { version, archival } = metadata.standard;
  // In PDF 2.0, a file for an archive says everything in its XMP (ISO 19005-4, 6.1.3).
  const isInformed = !(archival && version === '2.0');
  const [root, about, packet] = [writer.allot(), isInformed ? writer.allot() : 0, writer.allot()];
  // It is not deflated, since a program that looks for it may know nothing of PDF (ISO 19005-2, 6.6.2.1).
  writer.raw(packet, '/Type/Metadata/Subtype/XML', Buffer.from(xmp(metadata), 'utf8'));
  // Odd pages are on the right of a spread, or on the left in a book that reads from the right.
  const direction = rightToLeft ? '/Direction/R2L' : '';
  const intents = archival ? `/OutputIntents[${outputIntent(writer)}]` : '';
  writer.object(
    root,
    `<</Type/Catalog/PageLayout/TwoPageRight${entries}/Lang${textString(metadata.language)}/Metadata ${packet} 0 R/ViewerPreferences<</DisplayDocTitle true${direction}>>${intents}>>`,
  );
  const facts = information(metadata);
  if (isInformed) writer.object(about, facts);
  // The same book always has the same identifier.
  const id = createHash('md5').update(facts).digest('hex');
  writer.end(`/Root ${root} 0 R${isInformed ? `/Info ${about} 0 R` : ''}/ID[<${id}><${id}>]`);
}

/** Returns the document information dictionary (ISO 32000-2, 14.3.3), which says the same as the XMP. */
function information({ title, authors, subject, keywords, date }: Metadata): string {
  const moment = date && `(D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;
  const dates = moment ? `/CreationDate${moment}/ModDate${moment}` : '';
  const said = {
    Title: title,
    Author: authors.join(', '),
    Subject: subject ?? '',
    Keywords: keywords.join(', '),
    Creator: PRODUCER,
    Producer: PRODUCER,
  };
  const entries = Object.entries(said).flatMap(([name, value]) => value && `/${name}${textString(value)}`);
  return `<<${entries.join('')}${dates}>>`;
}

/** Says that device colors mean sRGB (ISO 19005-2, 6.2.3). */
function outputIntent(writer: ObjectWriter): string {
  const profile = writer.addStream('/N 3', colorProfile());
  const name = '(sRGB IEC61966-2.1)';
  return `<</Type/OutputIntent/S/GTS_PDFA1/Info${name}/OutputConditionIdentifier${name}/DestOutputProfile ${profile} 0 R>>`;
}
