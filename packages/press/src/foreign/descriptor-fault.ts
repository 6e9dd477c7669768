import type { FormatDescriptor } from '@octavo/core';

/** Says what is wrong with a descriptor that someone else wrote; undefined when it can be used. */
export function descriptorFault(given: unknown, taken: readonly string[]): string | undefined {
  if (typeof given !== 'object' || given === null) return 'FORMAT is no object';
  const it = given as Partial<Record<keyof FormatDescriptor, unknown>>;
  if (typeof it.name !== 'string') return 'it has no name';
  if (!/^[a-z][a-z0-9-]*$/.test(it.name))
    return `its name cannot be "${it.name}": lower-case letters, digits and hyphens`;
  if (taken.includes(it.name)) return `its name, "${it.name}", is taken`;
  for (const key of ['title', 'mediaType'] as const) {
    const value = it[key];
    if (typeof value !== 'string' || !/^[^\r\n]*\S[^\r\n]*$/.test(value))
      return `its ${key} is no line of text`;
  }
  for (const key of ['compile', 'mainFile'] as const)
    if (typeof it[key] !== 'function') return `it has no function ${key}`;
  for (const key of ['check', 'fontsNeeded', 'sharedFiles', 'schemaOf', 'read'] as const)
    if (it[key] !== undefined && typeof it[key] !== 'function') return `its ${key} is no function`;
  const { needs } = it;
  if (needs !== '*' && !(Array.isArray(needs) && needs.every((need) => typeof need === 'string')))
    return 'its needs are neither a list of names nor "*"';
  if (it.options !== undefined && (typeof it.options !== 'object' || it.options === null))
    return 'its options are no JSON Schema';
  return undefined;
}
