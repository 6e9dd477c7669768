/** Red, green, blue and opacity of a pixel, 0 to 255 each. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** A picture's pixels, each read when it is asked for. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Pixel;
}

/** Into how many fields a picture is cut, each way, before two are compared; how many pixels of each are looked at, each way. */
const [FIELDS, LOOKS] = [8, 8];

/**
 * Whether two pictures show the same: the mean colours of 8 × 8 fields on white. Recoded, scaled and
 * with its palette made colours, a picture stays the same; another picture does not.
 */
export function looksLike(one: Pixels, two: Pixels): boolean {
  const [first, second] = [fields(one), fields(two)];
  // Of a picture that was scaled other pixels are looked at.
  const near = one.width === two.width && one.height === two.height ? 6 : 32;
  return first.every((value, at) => Math.abs(value - (second[at] ?? 0)) <= near);
}

function fields({ width, height, at }: Pixels): number[] {
  const sums = Array.from({ length: FIELDS * FIELDS * 3 }, () => 0);
  const side = FIELDS * LOOKS;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const pixel = at(
        Math.floor(((column + 0.5) * width) / side),
        Math.floor(((row + 0.5) * height) / side),
      );
      const field = (Math.floor(row / LOOKS) * FIELDS + Math.floor(column / LOOKS)) * 3;
      for (const part of [0, 1, 2]) {
        const onWhite = 255 - (pixel[3] / 255) * (255 - (pixel[part] ?? 0));
        sums[field + part] = (sums[field + part] ?? 0) + onWhite / LOOKS ** 2;
      }
    }
  }
  return sums;
}

/** Rows of samples as PNG and PDF store them. */
export interface Rows {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly depth: number;
}

/** Takes the predictors of PNG away (PNG 3rd ed., 9; ISO 32000-1, 7.4.4.4): each row begins with its kind. */
export function unfiltered(data: Uint8Array, { width, height, channels, depth }: Rows): Uint8Array {
  const step = Math.max(1, (channels * depth) >> 3);
  const length = Math.ceil((width * channels * depth) / 8);
  const out = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const kind = data[y * (length + 1)] ?? 0;
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const above = y > 0 ? (out[at - length] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - length - step] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      out[at] = (data[y * (length + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** One sample of a row, of 1 to 16 bits; of 16 the high byte. */
export function sample(
  data: Uint8Array,
  { width, channels, depth }: Rows,
  x: number,
  y: number,
  part: number,
): number {
  const length = Math.ceil((width * channels * depth) / 8);
  const at = x * channels + part;
  if (depth >= 8) return data[y * length + at * (depth >> 3)] ?? 0;
  const bit = at * depth;
  const byte = data[y * length + (bit >> 3)] ?? 0;
  return (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}
