import { createHash } from 'node:crypto';
import { colorProfile } from '../wasm-files.ts';
import { deflated } from './deflate.ts';
import { type FileWriter, type ObjectWriter, textString } from './object-writer.ts';
import { type Metadata, PRODUCER, xmp } from './xmp.ts';

/** Ends a file with what names its parts: the catalog, of which `entries` are the most, and what is said of the book. */
export function writeCatalog(
  writer: FileWriter,
  metadata: Metadata,
  rightToLeft: boolean,
  entries: string,
): void {
  const { version, archival } = metadata.standard;
  // An archive's file of PDF 2.0 says all in XMP (ISO 19005-4, 6.1.3).
  const isInformed = !(archival && version === '2.0');
  const [root, about, packet] = [writer.allot(), isInformed ? writer.allot() : 0, writer.allot()];
  // Not deflated: who looks for it may know nothing of PDF (ISO 19005-2, 6.6.2.1).
  writer.raw(packet, '/Type/Metadata/Subtype/XML', Buffer.from(xmp(metadata), 'utf8'));
  // Odd pages are on the right of a spread, or in a book that reads from the right on the left.
  const direction = rightToLeft ? '/Direction/R2L' : '';
  const intents = archival ? `/OutputIntents[${outputIntent(writer)}]` : '';
  writer.object(
    root,
    `<</Type/Catalog/PageLayout/TwoPageRight${entries}/Lang${textString(metadata.language)}/Metadata ${packet} 0 R/ViewerPreferences<</DisplayDocTitle true${direction}>>${intents}>>`,
  );
  const facts = information(metadata);
  if (isInformed) writer.object(about, facts);
  // The same book, the same identifier.
  const id = createHash('md5').update(facts).digest('hex');
  writer.end(`/Root ${root} 0 R${isInformed ? `/Info ${about} 0 R` : ''}/ID[<${id}><${id}>]`);
}

/** The document information dictionary (ISO 32000-1, 14.3.3), the same facts as the XMP. */
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

/** What device colours mean: sRGB (ISO 19005-2, 6.2.3). */
function outputIntent(writer: ObjectWriter): string {
  const profile = writer.allot();
  writer.stream(profile, '/N 3', deflated(colorProfile()));
  const name = '(sRGB IEC61966-2.1)';
  return `<</Type/OutputIntent/S/GTS_PDFA1/Info${name}/OutputConditionIdentifier${name}/DestOutputProfile ${profile} 0 R>>`;
}
