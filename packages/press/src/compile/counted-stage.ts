import type { Stage } from '../ports.ts';
import type { Progress } from '../progress.ts';

/** A stage that reports progress for every file written to it, out of `total`. */
export function countedStage(stage: Stage, total: number, progress: Progress): Stage {
  let done = 0;
  return {
    write: async (path, content, sha256) => {
      await stage.write(path, content, sha256);
      done += 1;
      progress.step({ done, total, unit: total === 1 ? 'file' : 'files' });
    },
  };
}
