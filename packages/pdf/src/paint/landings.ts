import type { Destination } from '../display/bound-book.ts';
import type { Standard } from '../standard.ts';
import { decimal } from './digits.ts';
import { type ObjectWriter, textString } from './object-writer.ts';

/**
 * Where links, outline and names lead: to places on pages, and in PDF 2.0 to structure elements too (ISO
 * 32000-2, 12.3.2.3). Readers that know nothing of those go to the place.
 */
export interface Landings {
  /** The entry of an annotation that leads to a name. */
  readonly lead: (name: string) => string;
  /** The object that will hold an array of the element that a name leads to. */
  readonly refer: (name: string) => number;
  /** Says which object each element of a section is, once it is written. */
  readonly arrive: (section: number, element: (node: number) => number) => void;
  /** Once all sections have arrived and `pages` are known: what an outline's line says to lead to a place. */
  readonly leadTo: (to: Destination, left: string) => string;
  /** The value of a name in the tree of names. */
  readonly named: (to: Destination) => string;
  /** Writes what was promised. */
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

  /** The object promised for a name. */
  function promised(objects: Map<string, number>, name: string): number {
    const known = objects.get(name) ?? writer.allot();
    objects.set(name, known);
    return known;
  }

  function place(to: Destination, left = 'null'): string {
    return `[${pages[to.page]} 0 R/XYZ ${left} ${decimal(height - to.top)} null]`;
  }

  /** The entry of a place's element. */
  function structured(to: Destination, left = 'null'): string {
    const element = elements.get(to);
    return element === undefined ? '' : `/SD[${element} 0 R/XYZ ${left} ${decimal(height - to.top)} null]`;
  }

  return {
    lead: (name) => (version === '1.7' ? `/Dest${textString(name)}` : `/A ${promised(actions, name)} 0 R`),
    refer: (name) => promised(references, name),
    arrive(section, element) {
      if (version === '1.7') return;
      for (const to of destinations.values()) if (to.section === section) elements.set(to, element(to.node));
    },
    leadTo: (to, left) =>
      version === '1.7'
        ? `/Dest${place(to, left)}`
        : `/A<</S/GoTo/D${place(to, left)}${structured(to, left)}>>`,
    named: (to) => (version === '1.7' ? place(to) : `<</D${place(to)}${structured(to)}>>`),
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
