import { resolve } from 'node:path';
import { type Handbook, type Loaded, loadHandbook, schemaTools } from '@octavo/core';
import type { Ports, PressFacts } from '@octavo/press';
import { type History, readHistory } from '@octavo/press/history';
import { checkHistory } from '@octavo/press/release';
import { takeLock } from './disk/lock.ts';
import { refuseOutput, refuseSealed } from './disk/output-folder.ts';
import { readHandbook } from './disk/read-handbook.ts';
import { type FolderStage, openStage } from './disk/stage.ts';
import { FORMATS } from './formats.ts';
import { portsOf } from './pressing/ports-of.ts';

export type { FolderStage } from './disk/stage.ts';

/** A handbook on this machine's disk, without errors: the facts that the press asks for, and its ports. */
export interface OpenHandbook extends PressFacts {
  readonly handbook: Handbook;
  readonly history: History;
  /** Messages about its sources; none of them is an error. */
  readonly messages: Loaded['files'][number]['messages'];
  /**
   * Opens a folder to press into: a new one, an empty one, or one that holds an earlier build. Nothing is in
   * place before `stage.publish()`; `stage.discard()` removes what was written.
   */
  readonly ports: (out: string) => Promise<Ports & { readonly stage: FolderStage }>;
}

/**
 * Reads and validates the handbook in a folder, its history included.
 *
 * @throws AggregateError when it has errors: they are its `errors`, each with its file and place.
 */
export async function openHandbook(
  path: string,
  options: { readonly drafts?: boolean } = {},
): Promise<OpenHandbook> {
  const root = resolve(path);
  const files = await readHandbook(root);
  const { handbook, places } = loadHandbook(files, { ...options, tools: await schemaTools(files) });
  const history = await readHistory(files);
  const broken = handbook && history ? checkHistory(handbook, history, places) : [];
  const messages = [...files.flatMap((file) => file.messages), ...broken];
  const errors = messages.filter(({ fatal }) => fatal === true);
  if (!handbook || !history || errors.length > 0)
    throw new AggregateError(errors, [`"${path}" has errors`, ...errors.map(lineOf)].join('\n'));
  return {
    handbook,
    history,
    files,
    messages,
    drafts: options.drafts ?? false,
    async ports(folder) {
      const out = resolve(folder);
      await refuseOutput(out, root);
      refuseSealed(out);
      const lock = await takeLock(out);
      const stage = await openStage(out);
      const closing = (end: () => Promise<void>) => () => end().finally(lock.release);
      const own = { ...stage, publish: closing(stage.publish), discard: closing(stage.discard) };
      return { ...portsOf({ root, formats: FORMATS, stage: own, out }), stage: own };
    },
  };
}

function lineOf({ file, line, column, reason, note }: OpenHandbook['messages'][number]): string {
  return `${file}:${line ?? 1}:${column ?? 1} ${reason}${note === undefined ? '' : `\n  ${note}`}`;
}
