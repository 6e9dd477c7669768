/** An opacity or an offset, from 0 to 1; 1 when there is none that can be read. */
export function fraction(source: string | undefined): number {
  const value = source?.endsWith('%') ? Number.parseFloat(source) / 100 : Number.parseFloat(source ?? '1');
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}
