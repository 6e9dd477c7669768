/** A logarithmic scale: values to pixels, with what lies at a power of ten marked. */
export interface Scale {
  readonly length: number;
  readonly ticks: readonly number[];
  /** Pixels from the scale's beginning. */
  readonly at: (value: number) => number;
}

/** From `low` to `high`, `decade` pixels for a factor of ten. */
export function logScale(low: number, high: number, decade: number): Scale {
  const at = (value: number): number => (Math.log10(value) - Math.log10(low)) * decade;
  const ticks: number[] = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++)
    ticks.push(Number(`1e${power}`));
  return { length: at(high), ticks, at };
}

/** The nearest of 1, 2, 5, 10, 20 … that is not above a value, or not below it. */
export function roundNumber(value: number, towards: 'down' | 'up'): number {
  const power = Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => Number(`${step}e${power}`));
  const found =
    towards === 'up' ? steps.find((step) => step >= value) : steps.findLast((step) => step <= value);
  return found ?? value;
}
