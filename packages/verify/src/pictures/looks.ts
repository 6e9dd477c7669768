/** A picture's pixels: rows of 1 (grey), 3 or 4 bytes each (red, green, blue, opacity). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** What a picture looks like from a distance. */
export interface Looks {
  readonly width: number;
  readonly height: number;
  /** The mean colours of 8 × 8 fields on white, red, green and blue of each. */
  readonly fields: readonly number[];
  /** True when nothing of it is seen. */
  readonly clear: boolean;
}

/**
 * Into how many fields a picture is divided in each direction, and how many pixels of each are examined in
 * each direction.
 */
const [FIELDS, LOOKS] = [8, 8];

/** Looks at a picture. */
export function looksOf({ width, height, data }: Pixels): Looks {
  const channels = Math.floor(data.length / (width * height));
  const fields = Array.from({ length: FIELDS * FIELDS * 3 }, () => 0);
  const side = FIELDS * LOOKS;
  let clear = true;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [x, y] = [((column + 0.5) * width) / side, ((row + 0.5) * height) / side].map(Math.floor);
      const at = ((y ?? 0) * width + (x ?? 0)) * channels;
      const alpha = channels === 4 ? (data[at + 3] ?? 0) : 255;
      clear &&= alpha === 0;
      const field = (Math.floor(row / LOOKS) * FIELDS + Math.floor(column / LOOKS)) * 3;
      for (const part of [0, 1, 2]) {
        const value = data[at + (channels < 3 ? 0 : part)] ?? 0;
        const onWhite = 255 - (alpha / 255) * (255 - value);
        fields[field + part] = (fields[field + part] ?? 0) + onWhite / LOOKS ** 2;
      }
    }
  return { width, height, fields, clear };
}

/**
 * Says whether two pictures show the same. A picture stays the same when it is recoded, scaled or freed of
 * its palette; another picture does not.
 */
export function looksLike(one: Looks, two: Looks): boolean {
  // In a scaled picture, other pixels are examined.
  const near = one.width === two.width && one.height === two.height ? 6 : 32;
  return one.fields.every((value, at) => Math.abs(value - (two.fields[at] ?? 0)) <= near);
}
