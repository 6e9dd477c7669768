/** The rows of a PNG without their filters (PNG 3, 9.2). */
export function unfiltered(rows: Uint8Array, stride: number, step: number): Uint8Array {
  const height = rows.length / (stride + 1);
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < stride; x++) {
      const value = rows[y * (stride + 1) + 1 + x] ?? 0;
      const left = x >= step ? (out[y * stride + x - step] ?? 0) : 0;
      const above = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[(y - 1) * stride + x - step] ?? 0) : 0;
      const filter = rows[y * (stride + 1)] ?? 0;
      out[y * stride + x] = value + predicted(filter, left, above, corner);
    }
  return out;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return Math.floor((left + above) / 2);
  if (filter !== 4) return 0;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(left + above - corner - value));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? above : corner;
}
