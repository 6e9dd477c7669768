import { createHash } from 'node:crypto';
import { deflated } from './deflate.ts';
import { type ObjectWriter, textString } from './object-writer.ts';

/** A file that a PDF holds. The keys of all are in order. */
export interface Attachment {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/**
 * Embeds the files that the book is made of, with their names, descriptions, and their relation to the document, as
 * PDF/A-3 and PDF/A-4f ask (ISO 19005-3, 6.8; ISO 19005-4, 6.9). Returns the entries for the catalog's names and for
 * the catalog.
 */
export function writeAttachments(
  writer: ObjectWriter,
  attachments: readonly Attachment[],
): { readonly names: string; readonly associated: string } {
  const files = attachments.map((attachment) => writeAttachment(writer, attachment));
  const names = attachments.map(({ key }, at) => `${textString(key)}${files[at]} 0 R`);
  return {
    names: `/EmbeddedFiles<</Names[${names.join('')}]>>`,
    associated: `/AF[${files.map((file) => `${file} 0 R`).join(' ')}]`,
  };
}

function writeAttachment(writer: ObjectWriter, attachment: Attachment): number {
  const { name, mediaType, description, bytes } = attachment;
  const [file, stream] = [writer.allot(), writer.allot()];
  const sum = createHash('md5').update(bytes).digest('hex');
  const facts = `/Type/EmbeddedFile/Subtype/${mediaType.replace(/[^a-z]/g, (sign) => `#${sign.charCodeAt(0).toString(16).toUpperCase()}`)}/Params<</Size ${bytes.length}/CheckSum<${sum}>>>`;
  // Coded pictures do not become smaller.
  if (/^image\/(?!svg)/.test(mediaType)) writer.raw(stream, facts, bytes);
  else writer.stream(stream, facts, deflated(bytes));
  const text = textString(name);
  writer.object(
    file,
    `<</Type/Filespec/F${text}/UF${text}/AFRelationship/Source/Desc${textString(description)}/EF<</F ${stream} 0 R/UF ${stream} 0 R>>>>`,
  );
  return file;
}
