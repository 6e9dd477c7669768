import type { FontRequest, Handbook } from '@octavo/core';

/** The families of the PDF in the web fonts of Fontsource, each file of which holds one range of a face. */
const FAMILIES = [
  ['Source Serif 4', 'source-serif-4', ['400-normal', '400-italic', '600-normal']],
  ['Source Sans 3', 'source-sans-3', ['400-normal', '600-normal']],
  ['Source Code Pro', 'source-code-pro', ['400-normal']],
] as const;

/** The ranges that the files of a family hold, as Fontsource names and declares them. */
const RANGES: readonly (readonly [name: string, range: string])[] = [
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  [
    'vietnamese',
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB',
  ],
  ['greek', 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF'],
  ['cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
];

/** A face of the book for the web, and which characters its file holds. */
export interface WebFace extends FontRequest {
  readonly range: string;
}

/** The web fonts of a handbook that asks for the faces of its PDF: of each face the files whose letters the book has. */
export function bookFaces(handbook: Handbook): readonly WebFace[] {
  if (handbook.settings.html.fonts !== 'book') return [];
  const points = [...new Set(JSON.stringify(handbook))].map((character) => character.codePointAt(0) ?? 0);
  const ranges = RANGES.filter(([name, range]) => name === 'latin' || holdsAny(range, points));
  return FAMILIES.flatMap(([family, folder, faces]) =>
    faces.flatMap((face) =>
      ranges.map(([name, range]) => ({
        family,
        weight: Number.parseInt(face, 10),
        style: face.endsWith('italic') ? ('italic' as const) : ('normal' as const),
        package: `@fontsource/${folder}`,
        file: `files/${folder}-${name}-${face}.woff2`,
        scripts: [],
        optional: false,
        range,
      })),
    ),
  );
}

function holdsAny(range: string, points: readonly number[]): boolean {
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return points.some((point) => parts.some(([from, to]) => point >= from && point <= to));
}
