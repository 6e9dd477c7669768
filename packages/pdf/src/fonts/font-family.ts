/** A family the PDF is set in or falls back to, and the npm package it comes from. */
export interface FontFamily {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
  readonly faces: readonly FontFace[];
}

interface FontFace {
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}
