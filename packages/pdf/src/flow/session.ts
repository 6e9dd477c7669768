import type { EditKind } from '@octavo/core';
import type { Problem } from '../display/display-list.ts';
import { type StructureBuilder, structureBuilder } from '../display/structure.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { missingReason } from '../fonts/missing-reason.ts';
import { missingScript } from '../fonts/scripts.ts';
import { type Geometry, geometry } from '../page/geometry.ts';
import { type Theme, theme } from '../page/theme.ts';
import { STANDARDS, type Standard } from '../standard.ts';
import { glyphRegistry } from '../text/glyph-registry.ts';
import type { Hyphenators } from '../text/hyphenation.ts';
import type { TextTools } from '../text/set-line.ts';
import type { BookFacts } from './facts.ts';

/** This is the place in the source where the text that is being set was written. */
export interface Place {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** This is how a message names the place: "entry 618". */
  readonly name: string;
}

/** What is shared while one display list is laid out. */
export interface Session extends TextTools {
  readonly facts: BookFacts;
  /** Returns how many digits the page number of an entry has, by the entry's number. */
  readonly digitsOf: (number: string) => number;
  readonly geometry: Geometry;
  readonly theme: Theme;
  readonly structure: StructureBuilder;
  readonly standard: Standard;
  /** The Note elements opened where a footnote was first cited, by the note's anchor. */
  readonly notes: Map<string, number>;
  /** What became of notes, by their anchors: a note is read within the edit that cites it, if it was edited with it. */
  readonly editedNotes: Map<string, EditKind>;
  /**
   * This is the level of the heading that was set last: the next one may be one level deeper, but not two
   * (ISO 14289-1, 7.4.2).
   */
  heading: number;
  readonly problems: readonly Problem[];
  readonly place: Place;
  readonly at: (place: Place) => void;
  readonly report: (rule: string, reason: string, fatal?: boolean, place?: Partial<Place>) => void;
}

/**
 * Starts a display list. `digits` tells how many digits the page numbers of the cited entries have, by the
 * entries' numbers.
 */
export function startSession(
  facts: BookFacts,
  fonts: FontSet,
  hyphenators: Hyphenators,
  digits: Readonly<Record<string, number>> = {},
): Session {
  const page = geometry(facts.settings, facts.direction);
  const problems: Problem[] = [];
  const missed = new Set<string>();
  let place: Place = { path: 'handbook.yaml', name: 'handbook.yaml' };
  const report: Session['report'] = (rule, reason, fatal = false, where = {}) => {
    const { path, line, column } = { ...place, ...where };
    problems.push({ rule, reason, fatal, path, ...(line ? { line } : {}), ...(column ? { column } : {}) });
  };
  // `needs` has already refused a book that lacks a letter of its own. What is reported here is said once for
  // each script.
  const onMissing = (character: string): void => {
    const kind = missingScript(character, facts.language);
    if (missed.has(kind.script)) return;
    missed.add(kind.script);
    report('glyph-available', missingReason(new Set([character]), kind, [place.name]), true);
  };
  return {
    facts,
    digitsOf: (number) => digits[number] || facts.digits,
    geometry: page,
    theme: theme(page),
    fonts,
    hyphenators,
    onMissing,
    glyphs: glyphRegistry(),
    structure: structureBuilder(),
    standard: STANDARDS[facts.settings.standard],
    notes: new Map(),
    editedNotes: new Map(),
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
