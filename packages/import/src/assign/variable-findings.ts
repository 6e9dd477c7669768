import { type Finding, finding } from '../model/finding.ts';

/** What is said of variables: which have the values of the source, and which have none. */
export function variableFindings(
  used: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  path: string,
): readonly Finding[] {
  const place = { path, line: 1 };
  const known = [...used.keys()].filter((name) => given.has(name));
  const unknown = [...used.keys()].filter((name) => !given.has(name));
  const list = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ');
  return [
    ...(known.length > 0
      ? [finding('variable', 'info', place, `variables with the values of the source: ${list(known)}`)]
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
