import { createHash } from 'node:crypto';
import { deflated } from './deflate.ts';
import type { ObjectWriter } from './object-writer.ts';

const NAME = 'handbook.json';

/**
 * Embeds the data that the book is made of, with its name, its description, and its relation to the document, as
 * PDF/A-4f asks (ISO 19005-4, 6.9). Returns the entries for the catalog's names and for the catalog.
 */
export function writeAttachment(
  writer: ObjectWriter,
  source: string,
): { readonly names: string; readonly associated: string } {
  const bytes = Buffer.from(source, 'utf8');
  const [file, stream] = [writer.allot(), writer.allot()];
  const sum = createHash('md5').update(bytes).digest('hex');
  writer.stream(
    stream,
    `/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size ${bytes.length}/CheckSum<${sum}>>>`,
    deflated(bytes),
  );
  writer.object(
    file,
    `<</Type/Filespec/F(${NAME})/UF(${NAME})/AFRelationship/Source/Desc(The handbook as data)/EF<</F ${stream} 0 R/UF ${stream} 0 R>>>>`,
  );
  return { names: `/EmbeddedFiles<</Names[(${NAME})${file} 0 R]>>`, associated: `/AF[${file} 0 R]` };
}
