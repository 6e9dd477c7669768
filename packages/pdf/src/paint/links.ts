import { asciiAddress } from '@octavo/core';
import type { LinkArea } from '../display/display-list.ts';
import type { Geometry } from '../page/geometry.ts';
import { remembered } from '../remembered.ts';
import { decimal } from './digits.ts';
import type { Landings } from './landings.ts';
import type { ListStructure } from './list-structure.ts';
import { type ObjectWriter, textString } from './object-writer.ts';
import { origin } from './paint-page.ts';

/** Writes a page's link annotations, each below its Link element (ISO 14289-1, 7.18.5), and returns their objects. */
export function paintLinks(
  writer: ObjectWriter,
  geometry: Geometry,
  page: Parameters<typeof origin>[1],
  links: readonly LinkArea[],
  structure: ListStructure,
  said: (text: string) => string,
  linkEntry: Landings['linkEntry'],
): readonly number[] {
  const [left, top] = origin(geometry, page);
  const height = geometry.height + 2 * geometry.bleed;
  return links.map((link) => {
    const [x, y] = [link.x + left, height - (link.y + top)];
    const id = writer.allot();
    const key = structure.attach(link.node, id);
    const box = [x, y - link.height, x + link.width, y].map(decimal).join(' ');
    // F 4 says that they are printed, as PDF/A asks (ISO 19005-2, 6.3.2).
    writer.object(
      id,
      `<</Type/Annot/Subtype/Link/Rect[${box}]/Border[0 0 0]/F 4/Contents${said(contents(link))}${target(link, said, linkEntry)}/StructParent ${key}>>`,
    );
    return id;
  });
}

const SHORT = 1000;

/**
 * Returns what writes text strings for annotations. A long string becomes an object that is written once and referred
 * to, since a link has an annotation in each of its lines.
 */
export function sharedStrings(writer: ObjectWriter): (text: string) => string {
  const shared = remembered((text: string) => writer.add(textString(text)));
  return (text) => (text.length <= SHORT ? textString(text) : ` ${shared(text)} 0 R`);
}

function contents({ contents: words, target: to }: LinkArea): string {
  return words.trim() || (to.kind === 'url' ? to.url : to.name);
}

function target(
  { target: to }: LinkArea,
  said: (text: string) => string,
  linkEntry: Landings['linkEntry'],
): string {
  return to.kind === 'url' ? `/A<</Type/Action/S/URI/URI${said(asciiAddress(to.url))}>>` : linkEntry(to.name);
}
