import { type AnswerNode, type CompileOptions, type Handbook, walk } from '@octavo/core';
import { bookTexts } from '../book-nodes.ts';
import type { Problem } from '../display/display-list.ts';
import { remembered } from '../remembered.ts';
import { bookFonts } from './book-fonts.ts';
import type { Face } from './face.ts';
import { type FontSet, fontSet } from './font-set.ts';
import { isInvisible } from './invisible.ts';
import { missingReason } from './missing-reason.ts';
import { type MissingScript, missingScript } from './scripts.ts';

/** This is a text that stands in one place of the source. */
export interface PlacedText {
  readonly name: string;
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly words: readonly (string | undefined)[];
  readonly nodes: readonly AnswerNode[];
}

/** Every family of ours has these: printable ASCII, Latin-1, and the Latin letters of Europe. */
const COMMON = /^[\n\t\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2026]*$/;

/**
 * Returns an error (`glyph-available`) for each script of which the book's text or `others` has a character that no
 * font has, at the first place of such a character. It finds what layout would find, without laying anything out.
 */
export function missingGlyphs(
  handbook: Handbook,
  fonts: NonNullable<CompileOptions['fonts']>,
  others: readonly PlacedText[],
): Problem[] {
  let set: FontSet | undefined;
  const isThere = remembered((character: string): boolean => {
    set ??= fontSet(bookFonts(fonts, false));
    const stack = stackOf(set, handbook);
    const has = (letter: string) => isDrawn(letter, stack);
    // The shaper splits a letter with marks where a font has only the parts.
    return has(character) || [...character.normalize('NFD')].every(has);
  });
  const lacking = new Map<string, Lacking>();
  for (const placed of [...placedTexts(handbook), ...others])
    look(placed, isThere, handbook.language, lacking);
  return [...lacking.values()].map(({ letters, kind, texts, at }) => ({
    rule: 'glyph-available',
    reason: missingReason(
      letters,
      kind,
      [...texts].map(({ name }) => name),
    ),
    fatal: true,
    ...at,
  }));
}

function isDrawn(letter: string, stack: readonly Face[]): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x20 || isInvisible(code) || stack.some((face) => face.has(code));
}

function stackOf(set: FontSet, { language }: Handbook): readonly Face[] {
  return set.stack({ role: 'serif', weight: 400, italic: false }, language);
}

/** These are the letters of one script that no font has, and where they stand. */
interface Lacking {
  readonly letters: Set<string>;
  readonly kind: MissingScript;
  readonly texts: Set<PlacedText>;
  readonly at: Pick<Problem, 'path' | 'line' | 'column'>;
}

function look(
  placed: PlacedText,
  isThere: (character: string) => boolean,
  language: string,
  lacking: Map<string, Lacking>,
): void {
  const { path, line, column } = placed;
  const whole = { path, ...(line ? { line } : {}), ...(column ? { column } : {}) };
  const lookAt = (text: string, at: Lacking['at']) => {
    if (COMMON.test(text)) return;
    for (const character of text) {
      if (isThere(character)) continue;
      const kind = missingScript(character, language);
      const known = lacking.get(kind.script) ?? { letters: new Set(), kind, texts: new Set(), at };
      lacking.set(kind.script, known);
      known.letters.add(character);
      known.texts.add(placed);
    }
  };
  for (const text of placed.words) if (text !== undefined) lookAt(text, whole);
  for (const node of walk(placed.nodes)) {
    if (node.type === 'math' || node.type === 'inlineMath' || !('value' in node)) continue;
    const start = node.position?.start;
    lookAt(node.value, start ? { path, line: start.line, column: start.column } : whole);
  }
}

function placedTexts(handbook: Handbook): readonly PlacedText[] {
  const { title, subtitle, publisher, contributors, copyright, license, chapters, parts, volume, labels } =
    handbook;
  const frame = [
    ...[
      title,
      subtitle,
      publisher?.name,
      copyright,
      license?.name,
      volume && `${volume.first}${volume.last}`,
    ],
    ...contributors.flatMap(({ name, role }) => [name, role]),
    ...[...chapters, ...parts].map((each) => each.title),
    ...chapters.map(({ summary }) => summary),
    ...Object.values(labels),
  ];
  return [
    { name: 'handbook.yaml', path: 'handbook.yaml', words: frame, nodes: [] },
    ...bookTexts(handbook).map(({ source: { path, line }, ...text }) => ({ ...text, path, line })),
  ];
}
