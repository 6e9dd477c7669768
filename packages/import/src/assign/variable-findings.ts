import { type Finding, finding } from '../model/finding.ts';
import { variableName } from '../model/variable-name.ts';
import type { UsedVariable } from './variable-names.ts';

/** What is said of variables: which have the values of the source, and which have none. */
export function variableFindings(
  used: ReadonlyMap<string, UsedVariable>,
  values: ReadonlyMap<string, string | undefined>,
  path: string,
): readonly Finding[] {
  const place = { path, line: 1 };
  const known = [...used.keys()].filter((name) => values.get(name) !== undefined);
  const unset = [...used].filter(([name]) => values.get(name) === undefined);
  const unknown = unset.flatMap(([name, { value }]) => (value === undefined ? [name] : []));
  const circular = unset.flatMap(([name, { value }]) => (value === undefined ? [] : [name]));
  const apart = [...used].flatMap(([name, { written, path }]) =>
    name === variableName(written) ? [] : [`{{${name}}} for ${written} of ${path}`],
  );
  const list = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ');
  return [
    ...(known.length > 0
      ? [finding('variable', 'info', place, `variables with the values of the source: ${list(known)}`)]
      : []),
    ...(apart.length > 0
      ? [
          finding(
            'variable',
            'info',
            place,
            `documents give one name other values, so that these have names of their own: ${apart.join(', ')}`,
          ),
        ]
      : []),
    ...(circular.length > 0
      ? [
          finding(
            'variable',
            'warning',
            place,
            `variables whose values lead back to themselves: ${list(circular)}`,
            'Set them under "variables:" in handbook.yaml, where their names stand in brackets.',
          ),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          finding(
            'variable',
            'warning',
            place,
            `variables whose values the source does not give: ${list(unknown)}`,
            'Set them under "variables:" in handbook.yaml, where their names stand in brackets.',
          ),
        ]
      : []),
  ];
}
