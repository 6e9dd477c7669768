import type { PressFormat } from '../ports.ts';

/**
 * Groups formats into rounds: a format needs only formats of earlier rounds, so that the formats of one round
 * can be compiled side by side. Formats that need each other share a round: a need is met only where it can
 * be.
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
    // When no format is ready, only formats that need each other are left.
    const round = ready.length > 0 ? ready : [...left];
    rounds.push(round);
    left = left.filter((format) => !round.includes(format));
  }
  return rounds;
}
