import type { PressFormat } from '../ports.ts';

/**
 * Formats in rounds: each needs only those of the rounds before it, so that those of one round can be
 * made side by side. Formats that need each other wait for none of the two: a need is met where it can be.
 */
export function inRounds(formats: readonly PressFormat[]): readonly (readonly PressFormat[])[] {
  const rounds: PressFormat[][] = [];
  let left = formats;
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const waits = ({ name, needs }: PressFormat): boolean =>
      needs === '*'
        ? left.some((other) => other.needs !== '*')
        : needs.some((need) => need !== name && names.has(need));
    const ready = left.filter((format) => !waits(format));
    // Only formats that need each other are left.
    const round = ready.length > 0 ? ready : [...left];
    rounds.push(round);
    left = left.filter((format) => !round.includes(format));
  }
  return rounds;
}
