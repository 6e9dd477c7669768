import type { ErrorObject } from 'ajv/dist/2020.js';

/**
 * The errors of a value that may have one of several forms (`anyOf` in a schema of ours), as if it had been asked for
 * the form that it comes nearest to: the one whose kind it has, or else the first.
 */
export function ofFittingBranch(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  return choices.reduce((left, choice) => {
    const branchOf = ({ instancePath, schemaPath }: ErrorObject): string | undefined =>
      `${instancePath}/`.startsWith(`${choice.instancePath}/`) &&
      schemaPath.startsWith(`${choice.schemaPath}/`)
        ? schemaPath.slice(choice.schemaPath.length + 1).split('/')[0]
        : undefined;
    const inside = left.filter((error) => branchOf(error) !== undefined);
    const isOther = (error: ErrorObject): boolean =>
      error.instancePath === choice.instancePath && (error.keyword === 'type' || error.keyword === 'enum');
    const others = new Set(inside.filter(isOther).map(branchOf));
    const nearest = inside.map(branchOf).find((branch) => !others.has(branch)) ?? '0';
    return left.filter((error) => error !== choice && [undefined, nearest].includes(branchOf(error)));
  }, errors);
}
