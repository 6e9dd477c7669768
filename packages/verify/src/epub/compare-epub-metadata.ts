import { MARKUP } from '../content/normalise.ts';
import { metadataOf } from './epub-package.ts';
import type { EpubReading } from './epub-reading.ts';

/** The package says the handbook's title, language, edition and publisher. */
export function compareEpubMetadata({ findings, book: { handbook }, epub, file }: EpubReading): void {
  const { title, language, edition, publisher } = handbook;
  const wanted: readonly (readonly [name: string, text: string])[] = [
    ['title', title],
    ['language', language],
    ['schema:version', edition.version],
    ['date', edition.date],
    ...(publisher ? [['publisher', publisher.name] as const] : []),
  ];
  for (const [name, text] of wanted) {
    const found = metadataOf(epub, name).map(MARKUP.text);
    const reason = `the metadata should have the ${name} “${text}” and has ${found.length === 0 ? 'none' : `“${found.join('”, “')}”`}`;
    const there = found.includes(MARKUP.text(text));
    findings.about({ part: 'metadata', file }).holds('metadata', there, text, found.join(', '), reason);
  }
  for (const [path, { attributes }] of epub.documents) {
    const lang = attributes['xml:lang'] ?? attributes.lang ?? '';
    const document = findings.about({ part: path, file: `${file}!/${path}` });
    document.same('languages', language, lang, 'the language');
  }
}
