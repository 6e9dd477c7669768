import type { Destination } from '../display/bound-book.ts';
import type { Standard } from '../standard.ts';
import { decimal } from './digits.ts';
import { type ObjectWriter, textString } from './object-writer.ts';

/**
 * This is where links, the outline and names lead: to places on pages, and in PDF 2.0 also to structure elements (ISO
 * 32000-2, 12.3.2.3). A reader that does not know those goes to the place.
 */
export interface Landings {
  /** Returns the entry of an annotation that leads to a name. */
  readonly linkEntry: (name: string) => string;
  /** Returns the object that will hold an array with the element that a name leads to. */
  readonly elementArray: (name: string) => number;
  /** Tells which objects the elements of a section are, once they are written. */
  readonly setElements: (section: number, element: (node: number) => number) => void;
  /** Returns the entry by which a line of the outline leads to a place, once all sections have arrived. */
  readonly outlineEntry: (to: Destination, left: string) => string;
  /** Returns the value of a name in the tree of names, once all sections have arrived. */
  readonly nameValue: (to: Destination) => string;
  /** Writes the objects that were promised. */
  readonly finish: () => void;
}

export function landings(
  writer: ObjectWriter,
  { version }: Pick<Standard, 'version'>,
  destinations: ReadonlyMap<string, Destination>,
  pages: readonly number[],
  height: number,
): Landings {
  const elements = new Map<Destination, number>();
  const actions = new Map<string, number>();
  const references = new Map<string, number>();

  /** Returns the object that is promised for a name. */
  function promised(objects: Map<string, number>, name: string): number {
    const known = objects.get(name) ?? writer.allot();
    objects.set(name, known);
    return known;
  }

  function place(to: Destination, left = 'null'): string {
    return `[${pages[to.page]} 0 R/XYZ ${left} ${decimal(height - to.top)} null]`;
  }

  /** Returns the entry for the element at a place. */
  function structured(to: Destination, left = 'null'): string {
    const element = elements.get(to);
    return element === undefined ? '' : `/SD[${element} 0 R/XYZ ${left} ${decimal(height - to.top)} null]`;
  }

  return {
    linkEntry: (name) =>
      version === '1.7' ? `/Dest${textString(name)}` : `/A ${promised(actions, name)} 0 R`,
    elementArray: (name) => promised(references, name),
    setElements(section, element) {
      if (version === '1.7') return;
      for (const to of destinations.values()) if (to.section === section) elements.set(to, element(to.node));
    },
    outlineEntry: (to, left) =>
      version === '1.7'
        ? `/Dest${place(to, left)}`
        : `/A<</S/GoTo/D${place(to, left)}${structured(to, left)}>>`,
    nameValue: (to) => (version === '1.7' ? place(to) : `<</D${place(to)}${structured(to)}>>`),
    finish() {
      for (const [name, id] of actions) {
        const to = destinations.get(name);
        writer.object(id, `<</Type/Action/S/GoTo/D${textString(name)}${to ? structured(to) : ''}>>`);
      }
      for (const [name, id] of references) {
        const element = elements.get(destinations.get(name) as Destination);
        writer.object(id, element === undefined ? '[]' : `[${element} 0 R]`);
      }
    },
  };
}
