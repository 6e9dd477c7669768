/** Makes something of each value, at most `width` at a time, and returns the results in the order of the values. */
export async function inOrder<Value, Result>(
  values: readonly Value[],
  width: number,
  make: (value: Value, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < values.length; index = next++)
      results[index] = await make(values[index] as Value, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, values.length) }, work));
  return results;
}
