import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { type EpubPackage, metadataOf } from './epub-package.ts';

/** The package says the handbook's title, language, edition and publisher. */
export function compareEpubMetadata(
  findings: Findings,
  { handbook }: ExpectedBook,
  epub: EpubPackage,
  file: string,
): void {
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
    findings.holds(
      'metadata',
      { part: 'metadata', file },
      found.includes(MARKUP.text(text)),
      text,
      found.join(', '),
      reason,
    );
  }
  for (const [path, document] of epub.documents) {
    const lang = document.attributes['xml:lang'] ?? document.attributes.lang ?? '';
    findings.same('languages', { part: path, file: `${file}!/${path}` }, language, lang, 'the language');
  }
}
