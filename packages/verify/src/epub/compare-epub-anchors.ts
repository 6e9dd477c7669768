import { anchorsOf } from '../expected/expected-book.ts';
import { allElements } from '../markup/element.ts';
import type { EpubReading } from './epub-reading.ts';

/** An XML name may not begin with a digit, so such an old id has no anchor of its own. */
const XML_NAME = /^[\p{L}_]/u;

/**
 * Checks that `q618`, the entry's id and its old ids lead to the entry, and that no address in the book leads
 * nowhere.
 */
export function compareEpubAnchors({ findings, book, epub, anchors, file }: EpubReading): void {
  const numberOf = new Map<string, string>();
  for (const [at, { number }] of anchors.anchors)
    if (number !== undefined) numberOf.set(at.split('#')[1] ?? '', number);
  for (const expected of book.entries) {
    const { number } = expected;
    for (const id of anchorsOf(expected, book.handbook).filter((name) => XML_NAME.test(name))) {
      const found = numberOf.get(id) ?? '';
      const reason = `#${id} should land on entry ${number} and lands ${found === '' ? 'nowhere' : `on ${found}`}`;
      findings.about({ entry: number, file }).holds('anchors', found === number, number, found, reason);
    }
  }
  for (const [path, document] of epub.documents)
    for (const { attributes } of allElements(document, '[href], [src]'))
      for (const href of [attributes.href, attributes.src]) {
        if (href === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
        const at = anchors.place(path, href);
        const lands = anchors.anchors.has(at) || (!at.includes('#') && epub.files.has(at));
        findings
          .about({ part: path, file: `${file}!/${path}` })
          .holds('anchors', lands, href, '', `the address ${href} leads nowhere`);
      }
}
