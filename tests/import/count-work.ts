/** Methods that look at every item of an array, by what they are given: a function for each item, or nothing. */
const EACH = [
  'some',
  'every',
  'find',
  'findLast',
  'findIndex',
  'filter',
  'map',
  'flatMap',
  'forEach',
] as const;

type Method = (this: unknown[], ...given: unknown[]) => unknown;
type Methods = Record<string, Method>;

/**
 * How many items arrays look at while something runs, and how often maps and sets are asked. It is the same on
 * every machine, so that it tells how work grows where a clock only tells how busy the machine is.
 */
export async function countWork(run: () => Promise<unknown>): Promise<number> {
  let work = 0;
  const undo: (() => void)[] = [];
  const wrap = (prototype: object, name: string, make: (own: Method) => Method) => {
    const methods = prototype as Methods;
    const own = methods[name] as Method;
    methods[name] = make(own);
    undo.push(() => {
      methods[name] = own;
    });
  };
  for (const name of EACH)
    wrap(
      Array.prototype,
      name,
      (own) =>
        function (callback, ...rest) {
          const counted = (...given: unknown[]) => {
            work++;
            return (callback as Method).apply(rest[0] as unknown[], given);
          };
          return own.call(this, counted, ...rest);
        },
    );
  wrap(
    Array.prototype,
    'slice',
    (own) =>
      function (...given) {
        const taken = own.apply(this, given) as unknown[];
        work += taken.length;
        return taken;
      },
  );
  wrap(
    Array.prototype,
    'indexOf',
    (own) =>
      function (...given) {
        const at = own.apply(this, given) as number;
        work += at < 0 ? this.length : at;
        return at;
      },
  );
  for (const [prototype, names] of [
    [Map.prototype, ['get', 'has']],
    [Set.prototype, ['has']],
  ] as const)
    for (const name of names)
      wrap(
        prototype,
        name,
        (own) =>
          function (...given) {
            work++;
            return own.apply(this, given);
          },
      );
  try {
    await run();
  } finally {
    for (const one of undo) one();
  }
  return work;
}
