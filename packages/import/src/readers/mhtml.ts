import { decode } from '../detect/decode.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { readHtml } from './html.ts';

/** Reads a page that a browser or wiki saved as one file (MHTML, RFC 2557; Confluence calls it .doc): its first part of HTML. */
export function readMhtml(source: SourceText): ReadDocument {
  const raw = Buffer.from(source.bytes).toString('latin1').replaceAll('\r\n', '\n');
  const boundary = /boundary="?([^"\n;]+)"?/i.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  const page =
    parts.find((part) => /^content-type:\s*text\/html/im.test(part.slice(0, part.indexOf('\n\n', 2)))) ?? raw;
  const at = page.indexOf('\n\n', 2);
  const head = page.slice(0, at);
  const body = page.slice(at + 2);
  const bytes = /transfer-encoding:\s*base64/i.test(head)
    ? Buffer.from(body, 'base64')
    : Buffer.from(/transfer-encoding:\s*quoted-printable/i.test(head) ? unquoted(body) : body, 'latin1');
  const { text } = decode(source.path, bytes, /charset="?([\w-]+)/i.exec(head)?.[1]);
  const base = /^content-location:\s*(https?:\S+)/im.exec(head)?.[1];
  const read = readHtml({ ...source, text, kind: 'html' });
  return { ...read, base: read.base ?? base };
}

function unquoted(text: string): string {
  return text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
