import fc from 'fast-check';

/**
 * Random tests try the same cases on every machine, so that a change and nothing else can break them.
 * `OCTAVO_SEED=random` tries new ones, and `OCTAVO_SEED=<number>` those of a run that failed.
 */
const asked = process.env.OCTAVO_SEED ?? '618';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
