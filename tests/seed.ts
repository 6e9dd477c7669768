import fc from 'fast-check';

/**
 * Random tests try the same cases on every machine, so that a change and nothing else can break them.
 * `OCTAVO_SEED=random` tries new ones, and `OCTAVO_SEED=<number>` those of a run that failed.
 */
if (process.env.OCTAVO_SEED === 'random') {
  process.env.OCTAVO_SEED = `${Date.now() % 2 ** 31}`;
  console.log(`OCTAVO_SEED=${process.env.OCTAVO_SEED}`);
}
fc.configureGlobal({ seed: Number(process.env.OCTAVO_SEED ?? 618) });
