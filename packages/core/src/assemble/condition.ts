import { didYouMean } from '../message/nearest.ts';
import type { ConditionAxes, HandbookSource } from '../model/source.generated.ts';

/** What a text asks of the edition that shows it: values by axis. All axes have to fit, of an axis one value. */
export type Condition = Readonly<Record<string, string | readonly string[]>>;

/** What an edition keeps: of each axis that it names, these values; of every other axis, everything. */
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** What is wrong with a condition, and with which axis of it. */
export interface ConditionFault {
  readonly axis?: string;
  readonly reason: string;
  readonly expected: string | readonly string[];
}

/** The values of an axis. */
export function valuesOf(axis: ConditionAxes[string]): readonly string[] {
  return Array.isArray(axis) ? axis : axis.values;
}

/** The axis of a name; a name that every object has, such as "constructor", is none of them. */
export function axisOf(axes: ConditionAxes | undefined, name: string): ConditionAxes[string] | undefined {
  return axes && Object.hasOwn(axes, name) ? axes[name] : undefined;
}

/** Says whether an edition keeps what has the condition. */
export function isKept(condition: Condition, choice: Choice): boolean {
  return Object.entries(condition).every(([axis, written]) => {
    const chosen = choice.get(axis);
    if (!chosen) return true;
    const { values, isNot } = readValues(written);
    return [...chosen].some((value) => values.includes(value) !== isNot);
  });
}

/** The values that the condition of an edition leaves of each axis that it names. */
export function choiceOf(condition: Condition, axes: ConditionAxes = {}): Choice {
  return new Map(
    Object.entries(condition).flatMap(([axis, written]) => {
      const known = axisOf(axes, axis);
      if (!known) return [];
      const { values, isNot } = readValues(written);
      return [[axis, new Set(valuesOf(known).filter((value) => values.includes(value) !== isNot))] as const];
    }),
  );
}

/** What is wrong with a condition, by the axes that handbook.yaml declares. */
export function conditionFaults(
  condition: Condition,
  { conditions: axes }: Pick<Partial<HandbookSource>, 'conditions'>,
): readonly ConditionFault[] {
  const names = Object.keys(axes ?? {});
  if (!axes)
    return [
      {
        reason: 'there is a condition, and handbook.yaml declares none',
        expected: '"conditions: { audience: [public, internal] }" in handbook.yaml',
      },
    ];
  return Object.entries(condition).flatMap(([axis, written]): readonly ConditionFault[] => {
    const known = axisOf(axes, axis);
    if (!known)
      return [
        { axis, reason: `there is no axis "${axis}"${didYouMean(axis, names, quoted)}`, expected: names },
      ];
    const { values, isNot, isMixed } = readValues(written);
    const allowed = valuesOf(known);
    const unknown = values.filter((value) => !allowed.includes(value));
    return [
      ...unknown.map((value) => ({
        axis,
        reason: `"${axis}" has no value "${value}"${didYouMean(value, allowed, quoted)}`,
        expected: allowed,
      })),
      ...(isNot && !isMixed && allowed.every((value) => values.includes(value))
        ? [{ axis, reason: `it leaves no value of "${axis}"`, expected: 'a value without "!" before it' }]
        : []),
      ...(isMixed
        ? [
            {
              axis,
              reason: `some values of "${axis}" have a "!" and others have none`,
              expected: 'a "!" before each of them, or before none',
            },
          ]
        : []),
    ];
  });
}

function readValues(written: string | readonly string[]): {
  readonly values: readonly string[];
  readonly isNot: boolean;
  readonly isMixed: boolean;
} {
  const words = typeof written === 'string' ? written.split(/[\s,]+/).filter((word) => word !== '') : written;
  const negated = words.filter((word) => word.startsWith('!')).length;
  return {
    values: words.map((word) => word.replace(/^!/, '')),
    isNot: negated > 0,
    isMixed: negated > 0 && negated < words.length,
  };
}

function quoted(found: string): string {
  return `"${found}"`;
}
