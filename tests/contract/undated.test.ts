import { inflateSync } from 'node:zlib';
import { type Handbook, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { compileBook } from './compile-book.ts';

/** A book as an import writes it, with the edition and date that its source has. */
function bookOf(edition: string): Handbook {
  const sources = Object.entries({
    'handbook.yaml': `schemaVersion: 1\nid: small\ntitle: Small\nlanguage: en\niri: https://example.org/\nedition: ${edition}\nchapters: [{ id: one, title: One }]\n`,
    'one/1-first.md': '---\nnumber: 1\nquestion: Why?\n---\n\nSo.\n',
  }).map(([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }));
  const { handbook } = loadHandbook(sources);
  if (!handbook) throw new Error(sources.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return handbook;
}

/** A PDF with its streams as they were before they were packed. */
function unpacked(pdf: string): string {
  return pdf.replace(/(?<=>>\nstream\n)[\s\S]*?(?=\nendstream)/g, (stream) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return stream;
    }
  });
}

/** What programs are told of the edition: in every place where the standard does not ask for a date. */
async function told(edition: string): Promise<string> {
  const book = { handbook: bookOf(edition), assets: new Map() };
  const [html, jsonld, pdf] = await Promise.all([
    compileBook('html', book),
    compileBook('jsonld', book),
    compileBook('pdf', book),
  ]);
  const text = (bytes?: Uint8Array) => Buffer.from(bytes ?? []).toString('latin1');
  const node = JSON.parse(text(jsonld.files.get('handbook.jsonld')));
  const [file] = pdf.files.values();
  return [
    text(html.files.get('sitemap.xml')),
    text(html.files.get('feed.json')).replace(/"(?:id|url)": ".*"/g, ''),
    JSON.stringify([node.bookEdition, node.version, node.datePublished]),
    ...(unpacked(text(file)).match(/<xmp:(?:Create|Modify)Date>[^<]*|\/(?:Creation|Mod)Date\([^)]*/g) ?? []),
  ].join('\n');
}

describe('an edition is told to programs', () => {
  test('by its version and date', async () => {
    const said = await told('{ version: "7", date: 1980-01-01 }');
    expect(said).toContain('<lastmod>1980-01-01');
    expect(said).toContain('["7","7","1980-01-01T00:00:00Z"]');
    expect(said).toContain('<xmp:CreateDate>1980-01-01');
    expect(said).toContain('/ModDate(D:19800101');
  });
  test('by its date alone', async () => {
    const said = await told('{ version: 0-undated, date: 2020-02-03 }');
    expect(said).toContain('<lastmod>2020-02-03');
    expect(said).toContain('[null,null,"2020-02-03T00:00:00Z"]');
    expect(said).not.toContain('0-undated');
  });
  test('not at all, where both only stand in for what it does not have', async () => {
    expect(await told('{ version: 0-undated, date: 1980-01-01 }')).not.toMatch(/1980|0-undated|Date\b/);
  });
});
