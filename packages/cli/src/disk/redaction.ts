import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, fail } from '../exit-code.ts';
import { withStage } from './stage.ts';
import { writeAtomic } from './write-file.ts';

/** What a redaction does to the disk. It holds none of the words that disappear. */
export interface DiskPlan {
  /** Folders that become others, with the files of the new ones. */
  readonly trees: readonly {
    readonly folder: string;
    readonly files: readonly (readonly [string, string])[];
  }[];
  /** Files by their whole path, with their new contents; null for one that goes. */
  readonly files: readonly (readonly [path: string, content: string | null])[];
  /** Folders that go. */
  readonly folders: readonly string[];
}

function planFile(root: string): string {
  return join(root, '.octavo-redaction', 'plan.json');
}

/** Says that a redaction was cut off, and how to finish it: until then sources, ledger and output differ. */
export function refuseUnfinished(root: string): void {
  if (existsSync(planFile(root)))
    fail(
      EXIT.disk,
      'a redaction of this handbook was interrupted',
      'Run "octavo redact" in the folder of the handbook: it finishes it.',
    );
}

/**
 * Does what a plan says. The plan is put in place first, by one rename; every step can be done again, so that
 * `finishRedaction` ends what a kill cut off.
 */
export async function carryOut(root: string, plan: DiskPlan): Promise<void> {
  await writeAtomic(planFile(root), JSON.stringify(plan));
  await finishRedaction(root);
}

/** Finishes a redaction that was cut off; false when there is none. */
export async function finishRedaction(root: string): Promise<boolean> {
  const path = planFile(root);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    await rm(dirname(path), { recursive: true, force: true });
    return false;
  }
  const { trees, files, folders } = JSON.parse(text) as DiskPlan;
  for (const { folder, files: contents } of trees) {
    await withStage(folder, async (stage) => {
      for (const [name, content] of contents) await stage.write(name, new TextEncoder().encode(content));
      await stage.publish();
    });
  }
  for (const [file, content] of files)
    if (content === null) await rm(file, { force: true });
    else await writeAtomic(file, content);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  await rm(dirname(path), { recursive: true, force: true });
  return true;
}
