import { WORD_STYLES } from '@octavo/import';
import {
  type ICharacterStyleOptions,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx';

const MONO = { font: 'Consolas', size: 19 } as const;
const box = (color: string) => ({
  border: { left: { style: 'single', size: 18, space: 8, color } as const },
  indent: { left: 240 },
});
const COLORS: Readonly<Record<string, string>> = { Note: '2F6F9F', Tip: '3B7D4F', Warning: 'B5651D' };

/** How the styles look that are not plain paragraphs or words. */
const LOOKS: Readonly<Record<string, Pick<IParagraphStyleOptions, 'run' | 'paragraph'>>> = {
  'Octavo Code': { run: MONO, paragraph: { indent: { left: 240 }, spacing: { before: 80, after: 160 } } },
  'Octavo Formula': { run: MONO, paragraph: { alignment: 'center' } },
  'Octavo Quote': { run: { italics: true }, paragraph: { indent: { left: 480 } } },
  ...Object.fromEntries(
    Object.entries(COLORS).flatMap(([kind, color]) => [
      [`Octavo ${kind} Title`, { run: { bold: true, color }, paragraph: box(color) }],
      [`Octavo ${kind}`, { paragraph: box(color) }],
    ]),
  ),
  'Octavo Summary': { run: { bold: true }, paragraph: box('999999') },
  'Octavo Details': { paragraph: box('999999') },
  'Octavo Figure': { paragraph: { alignment: 'center' } },
  'Octavo Caption': { run: { italics: true, size: 20 }, paragraph: { alignment: 'center' } },
  'Octavo Table Caption': { run: { italics: true, size: 20 } },
  'Octavo Table Head': { run: { bold: true } },
  'Octavo Break': { paragraph: { alignment: 'center' } },
  'Octavo Facts': { run: { color: '666666', size: 19 } },
  ...Object.fromEntries(
    [1, 2, 3].flatMap((level) => [
      [`Octavo Continue ${level}`, { paragraph: { indent: { left: 360 * level } } }],
      [`Octavo Clause ${level}`, { paragraph: { indent: { left: 360 * level, hanging: 360 } } }],
    ]),
  ),
  'Octavo Code Text': { run: MONO },
  'Octavo Formula Text': { run: MONO },
  'Octavo Key': { run: { ...MONO, border: { style: 'single', size: 4, space: 1, color: '999999' } } },
};

const styled = (of: 'p' | 'r') =>
  WORD_STYLES.filter((style) => style.of === of).map(({ name }) => ({
    ...LOOKS[name],
    id: name.replaceAll(' ', ''),
    name,
    quickFormat: true,
  }));

/** Air between paragraphs, and more of it before headings. */
const head = (name: string, size: number, before: number) => ({
  // Word's own name, by which editors and other programs know it.
  name,
  run: { size, color: '1F3F5F' },
  paragraph: { keepNext: true, spacing: { before, after: 80 } },
});
export const DEFAULT_STYLES: NonNullable<IStylesOptions['default']> = {
  document: { paragraph: { spacing: { after: 120, line: 264 } } },
  heading1: head('heading 1', 34, 480),
  heading2: head('heading 2', 26, 320),
  heading3: head('heading 3', 23, 200),
  heading4: head('heading 4', 22, 160),
};

/** The styles of paragraphs and of words, by which the document is read back. */
export const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = styled('p').map((style) => ({
  ...style,
  basedOn: 'Normal' as const,
}));
export const CHARACTER_STYLES: readonly ICharacterStyleOptions[] = styled('r');

const LEVELS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indent = (level: number) => ({
  paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } },
});

/** The reference of a list that counts from a number. */
export function countedFrom(start: number): string {
  return `counted-${start}`;
}

/** Bullets, and a list for each number that lists begin with. */
export function numberingOf(starts: ReadonlySet<number>): INumberingOptions {
  const bullets = LEVELS.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: ['•', '–', '▪'][level % 3] ?? '•',
    style: indent(level),
  }));
  const counted = (start: number) =>
    LEVELS.map((level) => ({
      level,
      start,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      style: indent(level),
    }));
  return {
    config: [
      { reference: 'bullets', levels: bullets },
      ...[...starts].map((start) => ({ reference: countedFrom(start), levels: counted(start) })),
    ],
  };
}
