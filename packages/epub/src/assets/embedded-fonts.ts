import type { VFileMessage } from 'vfile-message';
import type { Resource } from '../book/book-document.ts';
import { message } from '../message.ts';
import { mediaTypeOf } from './media-type.ts';

/** The fonts that go into the book and the style rules that use them. */
export interface EmbeddedFonts {
  readonly resources: readonly Resource[];
  readonly css: string;
  readonly messages: readonly VFileMessage[];
}

/**
 * Embeds the font files that the publisher names, and only those. A file's name says what it is, as foundries
 * name files: `Literata-BoldItalic.ttf`. The first family is for text, and a family called Mono or Code is
 * for code.
 */
export function embeddedFonts(
  paths: readonly string[],
  assets: ReadonlyMap<string, Uint8Array>,
): EmbeddedFonts {
  const messages: VFileMessage[] = [];
  const resources: Resource[] = [];
  const faces: Face[] = [];
  for (const path of paths) {
    const bytes = assets.get(path);
    const mediaType = bytes && mediaTypeOf(bytes);
    if (!bytes || !mediaType?.startsWith('font/')) {
      const found = bytes === undefined ? 'was not given' : 'is not a font';
      const reason = `\`${path}\` ${found}; expected a TTF, OTF, WOFF or WOFF2 file`;
      messages.push(message('font-is-font', { reason }));
      continue;
    }
    const id = `font-${resources.length + 1}`;
    const file = `fonts/${id}.${mediaType.slice('font/'.length)}`;
    resources.push({ id, path: file, mediaType, bytes });
    faces.push(faceOf(path, file));
  }
  return { resources, css: faces.map(faceRule).join('') + useRules(faces), messages };
}

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/semi-?bold|demi/i, 600],
  [/extra-?bold|black|heavy/i, 800],
  [/bold/i, 700],
  [/medium/i, 500],
  [/light|thin/i, 300],
];

function faceOf(path: string, file: string): Face {
  const name = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const [family = name, ...rest] = name.split(/[-_]/);
  const variant = rest.join('-');
  return {
    family: family.replace(/[^\p{L}\p{N} ]/gu, ''),
    weight: WEIGHTS.find(([pattern]) => pattern.test(variant))?.[1] ?? 400,
    style: /italic|oblique/i.test(variant) ? 'italic' : 'normal',
    file,
  };
}

function faceRule({ family, weight, style, file }: Face): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url("${file}")}\n`;
}

function useRules(faces: readonly Face[]): string {
  const mono = faces.find(({ family }) => /mono|code/i.test(family));
  const text = faces.find(({ family }) => !/mono|code/i.test(family));
  return [
    text ? `body{font-family:"${text.family}",serif}\n` : '',
    mono ? `code,pre,kbd{font-family:"${mono.family}",monospace}\n` : '',
  ].join('');
}
