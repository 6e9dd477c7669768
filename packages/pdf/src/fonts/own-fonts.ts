import type { CompileOptions, FontFile, Handbook } from '@octavo/core';
import { create } from 'fontkit';
import type { Problem } from '../display/display-list.ts';

/** What tells a handbook's own fonts: no package brings them. */
export const NO_PACKAGE = '';

/** The part of a font's tables that is asked here (OpenType 1.9, OS/2). */
interface Tables {
  readonly type?: string;
  readonly fonts?: unknown;
  readonly familyName: string;
  readonly italicAngle: number;
  readonly numGlyphs: number;
  readonly 'OS/2': {
    readonly usWeightClass: number;
    readonly fsType: { readonly [name: string]: boolean };
    readonly fsSelection: { readonly italic?: boolean; readonly oblique?: boolean };
  };
}

/** Rights that a font must give for a PDF to hold a part of it, as `fsType` refuses them. */
const REFUSED: Readonly<Record<string, string>> = {
  noEmbedding: 'its licence forbids embedding',
  noSubsetting: 'its licence forbids embedding a part of it',
  bitmapOnly: 'its licence allows bitmaps only',
};

/** The fonts that handbook.yaml names under `pdf.fonts`, in that order; a fault for each that cannot be used. */
export function ownFonts(
  handbook: Handbook,
  assets: CompileOptions['assets'],
): { readonly fonts: readonly FontFile[]; readonly problems: readonly Problem[] } {
  const fonts: FontFile[] = [];
  const problems: Problem[] = [];
  const families = new Map<string, number>();
  for (const path of handbook.settings.pdf.fonts) {
    const bytes = assets?.get(path);
    const font = bytes ? opened(bytes, path, families) : 'it was not given';
    if (typeof font === 'string')
      problems.push({
        rule: 'font-usable',
        reason: `The font ${path} cannot be used: ${font}; expected a TTF, OTF or WOFF file that may be embedded`,
        fatal: true,
        path: bytes ? path : 'handbook.yaml',
      });
    else fonts.push(font);
  }
  return { fonts, problems };
}

function opened(bytes: Uint8Array, path: string, families: Map<string, number>): FontFile | string {
  if (isCutShort(bytes)) return 'it is cut short';
  let tables: Tables;
  try {
    tables = create(bytes as Parameters<typeof create>[0]) as unknown as Tables;
    if (tables.fonts !== undefined) return 'it is a collection of fonts';
    if (!(tables.numGlyphs > 0)) return 'it has no glyphs';
  } catch (error) {
    return `it is damaged or no font (${error instanceof Error ? error.message : String(error)})`;
  }
  const { 'OS/2': facts, familyName, italicAngle } = tables;
  const refused = Object.entries(REFUSED).find(([flag]) => facts?.fsType?.[flag]);
  if (refused) return refused[1];
  const isItalic = facts?.fsSelection?.italic || facts?.fsSelection?.oblique || italicAngle !== 0;
  return {
    // Never the name of a family of ours, whose cuts it would be mixed with; told apart by more than its
    // letters, which a name in the PDF has only of ASCII.
    family: `${familyName} (own ${families.get(familyName) ?? families.set(familyName, families.size + 1).size})`,
    weight: facts?.usWeightClass ?? 400,
    style: isItalic ? 'italic' : 'normal',
    package: NO_PACKAGE,
    file: path,
    scripts: [],
    optional: true,
    bytes,
  };
}

/** Whether a table of a font lies beyond its end (OpenType 1.9, table directory; WOFF 1.0, header). */
function isCutShort(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return true;
  const isWoff = view.getUint32(0) === 0x774f4646;
  if (isWoff) return view.getUint32(8) > bytes.length;
  const count = view.getUint16(4);
  const isSfnt = [0x00010000, 0x4f54544f, 0x74727565].includes(view.getUint32(0));
  if (!isSfnt) return false;
  if (12 + count * 16 > bytes.length) return true;
  return Array.from({ length: count }, (_, index) => 12 + index * 16).some(
    (at) => view.getUint32(at + 8) + view.getUint32(at + 12) > bytes.length,
  );
}
