import { existsSync, readFileSync } from 'node:fs';
import { readYaml, type YamlSource } from '@octavo/core/read';
import { VFile } from 'vfile';
import { misuse } from '../../exit-code.ts';
import { fieldsOf, reversed, type Step } from './step.ts';

/** What a migration's file asks for. */
export interface Migration {
  /** The path of the types.yaml that is to be, from the migration's file. */
  readonly types?: string;
  readonly steps: readonly Step[];
}

/** What each step says that it is. */
const VERBS = [
  'rename',
  'renameType',
  'values',
  'toList',
  'fromList',
  'split',
  'join',
  'default',
  'remove',
] as const;

/** Reads the file of a migration (schemas/migration.schema.json). Its faults are messages on the file, which is returned with them. */
export function readMigration(path: string, shown: string): Migration | VFile {
  if (!existsSync(path)) misuse(`there is no file "${shown}"`, 'It holds the steps of a migration.');
  const file = new VFile({ path: shown, value: readFileSync(path) });
  const source = readYaml<Migration>(file, 'migration');
  const isBroken = () => file.messages.some(({ fatal }) => fatal === true);
  if (!source || isBroken()) return file;
  const { types, steps = [] } = source.data;
  checkSteps(source, steps);
  return isBroken() ? file : { ...(types === undefined ? {} : { types }), steps };
}

/** Reports steps that say nothing, or two things; and those that a second run would make twice. */
function checkSteps({ file, yaml }: YamlSource<Migration>, steps: readonly Step[]): void {
  const fail = (at: number, reason: string, note: string) => {
    const message = file.message(reason, {
      place: yaml.locate(['steps', at]),
      ruleId: 'schema-valid',
      source: 'octavo',
    });
    Object.assign(message, { fatal: true, note });
  };
  const made = new Set<string>();
  const taken = new Set<string>();
  for (const [at, step] of steps.entries()) {
    const verbs = VERBS.filter((verb) => verb in step);
    if (verbs.length !== 1)
      fail(
        at,
        `a step is one of ${VERBS.join(', ')}; this is ${verbs.length === 0 ? 'none' : verbs.join(' and ')}`,
        'Write each as a step of its own.',
      );
    const { from, to } = fieldsOf(step);
    const twice = [
      ...from.filter((name) => made.has(name)),
      ...to.filter((name) => taken.has(name) || from.includes(name)),
    ];
    if (twice[0] !== undefined)
      fail(
        at,
        `"${twice[0]}" is both old and new here`,
        'Make two migrations of it: a run that was interrupted is made again.',
      );
    for (const name of from) taken.add(name);
    for (const name of to) made.add(name);
    const chained =
      'values' in step ? Object.values(step.map).find((value) => Object.hasOwn(step.map, value)) : undefined;
    if (chained !== undefined)
      fail(
        at,
        `the value "${chained}" is both old and new here`,
        'Make two migrations of it: a run that was interrupted is made again.',
      );
  }
}

/** A migration the other way; a usage failure where a step cannot be undone. */
export function backward(steps: readonly Step[]): readonly Step[] {
  const back: Step[] = [];
  for (const [at, step] of [...steps.entries()].reverse()) {
    const undone = reversed(step);
    if (typeof undone === 'string')
      misuse(`step ${at + 1} cannot be undone: ${undone}`, 'Take the files from version control.');
    back.push(undone);
  }
  return back;
}
