import type { Direction, Handbook, ImageFile, Labels } from '@octavo/core';
import type { Problem } from '../display/display-list.ts';
import { type StructureBuilder, structureBuilder } from '../display/structure.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { remedyFor } from '../fonts/scripts.ts';
import { type Geometry, geometry } from '../page/geometry.ts';
import { type Theme, theme } from '../page/theme.ts';
import { type Engine, textEngine } from '../text/engine.ts';
import { type GlyphRegistry, glyphRegistry } from '../text/glyph-registry.ts';
import type { Hyphenators } from '../text/hyphenation.ts';

/** What layout must know of the handbook beyond the piece it is laying out. Plain data. */
export interface BookFacts {
  readonly language: string;
  readonly direction: Direction;
  readonly labels: Labels;
  readonly settings: Handbook['settings']['pdf'];
  readonly images: readonly ImageFile[];
  /** Bytes of the images, by path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Whether there is TeX to set. */
  readonly formulas: boolean;
  /** How many digits the widest page number has. */
  readonly digits: number;
}

/** Where in the source the text being set was written. */
export interface Place {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** "entry 618": how a message names it. */
  readonly name: string;
}

/** What is shared while one display list is laid out. */
export interface Session {
  readonly facts: BookFacts;
  readonly geometry: Geometry;
  readonly theme: Theme;
  readonly fonts: FontSet;
  readonly engine: Engine;
  readonly hyphenators: Hyphenators;
  readonly glyphs: GlyphRegistry;
  readonly structure: StructureBuilder;
  /** The Note elements opened where a footnote was first cited, by the note's anchor. */
  readonly notes: Map<string, number>;
  /** The level of the heading set last: the next may go one deeper, not two (ISO 14289-1, 7.4.2). */
  heading: number;
  readonly problems: readonly Problem[];
  readonly place: Place;
  readonly at: (place: Place) => void;
  readonly report: (rule: string, reason: string, fatal?: boolean, place?: Partial<Place>) => void;
}

/** Starts a display list. */
export function startSession(facts: BookFacts, fonts: FontSet, hyphenators: Hyphenators): Session {
  const page = geometry(facts.settings, facts.direction);
  const problems: Problem[] = [];
  const missed = new Set<string>();
  let place: Place = { path: 'handbook.yaml', name: 'handbook.yaml' };
  const report: Session['report'] = (rule, reason, fatal = false, where = {}) => {
    const { path, line, column } = { ...place, ...where };
    problems.push({ rule, reason, fatal, path, ...(line ? { line } : {}), ...(column ? { column } : {}) });
  };
  const engine = textEngine({
    hyphenators,
    onMissing({ character }) {
      const key = `${place.name} ${character}`;
      if (missed.has(key)) return;
      missed.add(key);
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      report(
        'glyph-available',
        `No font has “${character}” (U+${code}), used in ${place.name}; ${remedyFor(character)}`,
        true,
      );
    },
  });
  return {
    facts,
    geometry: page,
    theme: theme(page),
    fonts,
    engine,
    hyphenators,
    glyphs: glyphRegistry(),
    structure: structureBuilder(),
    notes: new Map(),
    heading: 1,
    problems,
    get place() {
      return place;
    },
    at(next) {
      place = next;
    },
    report,
  };
}
