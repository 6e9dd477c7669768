import { parseArgs } from 'node:util';
import type { Format } from '@octavo/core';
import { distance } from 'fastest-levenshtein';
import { COMMANDS, PLANNED_COMMANDS } from './commands.ts';
import { EXIT, type Failure, failure } from './exit-code.ts';
import { FORMATS, OPTIONS, REPORTERS, type ReporterName } from './options.ts';

/** A command line, understood. */
export interface Arguments {
  readonly command: 'check' | 'build' | 'help' | 'version';
  /** For `help`: the command it is about. */
  readonly topic?: string;
  readonly path: string;
  readonly to: readonly Format[];
  readonly out?: string;
  readonly drafts: boolean;
  readonly lenient: boolean;
  readonly reporter: ReporterName;
  readonly failOn: 'error' | 'warning';
  readonly quiet: boolean;
  readonly color: boolean;
}

/** Reads a command line (without node and script). Returns what is wrong with it as a failure, exit code 2. */
export function parseArguments(argv: readonly string[]): Arguments | Failure {
  const { tokens } = parseArgs({
    args: [...argv],
    options: tableFor(),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const values = new Map<string, string | true>();
  const [command, ...paths] = positionals;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = OPTIONS[token.name];
    if (!spec)
      return usage(
        `unknown option "${token.rawName}"${guess(
          token.rawName,
          Object.keys(OPTIONS).map((name) => `--${name}`),
        )}`,
      );
    if (spec.type === 'string' && token.value === undefined)
      return usage(`${token.rawName} needs a value: ${token.rawName} ${spec.hint ?? ''}`);
    if (spec.type === 'boolean' && token.value !== undefined) return usage(`${token.rawName} takes no value`);
    values.set(token.name, token.value ?? true);
  }
  if (values.has('version')) return base('version', '.', values);
  if (values.has('help') || command === undefined || command === 'help') {
    const topic = command === 'help' ? paths[0] : command;
    return { ...base('help', '.', values), ...(topic === undefined ? {} : { topic }) };
  }
  if (command !== 'check' && command !== 'build') {
    if (PLANNED_COMMANDS.includes(command))
      return usage(`"octavo ${command}" is not part of this version yet`);
    return usage(`unknown command "${command}"${guess(command, Object.keys(COMMANDS))}`);
  }
  for (const name of values.keys()) {
    if (!OPTIONS[name]?.commands.includes(command))
      return usage(`"octavo ${command}" has no option --${name}`);
  }
  if (paths.length > 1) return usage(`one path at a time, found ${paths.length}: ${paths.join(', ')}`);
  const to = formatsOf(values.get('to'));
  const reporter = oneOf('reporter', values.get('reporter') ?? 'pretty', REPORTERS);
  const failOn = oneOf('fail-on', values.get('fail-on') ?? 'error', ['error', 'warning'] as const);
  for (const value of [to, reporter, failOn]) if (typeof value === 'object' && 'kind' in value) return value;
  const out = values.get('out');
  return {
    ...base(command, paths[0] ?? '.', values),
    to: to as readonly Format[],
    reporter: reporter as ReporterName,
    failOn: failOn as 'error' | 'warning',
    ...(typeof out === 'string' ? { out } : {}),
  };
}

function tableFor(): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { type, short }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }) },
    ]),
  );
}

function base(command: Arguments['command'], path: string, values: ReadonlyMap<string, unknown>): Arguments {
  return {
    command,
    path,
    to: FORMATS,
    drafts: values.has('drafts'),
    lenient: values.has('lenient'),
    reporter: 'pretty',
    failOn: 'error',
    quiet: values.has('quiet'),
    color: !values.has('no-color'),
  };
}

function formatsOf(value: string | true | undefined): readonly Format[] | Failure {
  if (typeof value !== 'string') return FORMATS;
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    const found = oneOf('to', name, FORMATS);
    if (typeof found === 'object') return found;
  }
  if (names.length === 0) return usage('--to needs at least one of html, pdf, epub, jsonld');
  return FORMATS.filter((format) => names.includes(format));
}

function oneOf<Value extends string>(
  option: string,
  value: string | true,
  allowed: readonly Value[],
): Value | Failure {
  const found = allowed.find((candidate) => candidate === value);
  return (
    found ??
    usage(
      `--${option} cannot be "${String(value)}"${guess(String(value), allowed)}`,
      `One of ${allowed.join(', ')}.`,
    )
  );
}

function guess(word: string, candidates: readonly string[]): string {
  const far = (candidate: string) =>
    distance(word, candidate) + Math.abs(word.length - candidate.length) / 10;
  const [best] = [...candidates].sort((a, b) => far(a) - far(b));
  return best !== undefined && distance(word, best) <= Math.max(2, Math.floor(word.length / 3))
    ? `; did you mean "${best}"?`
    : '';
}

function usage(reason: string, note = '"octavo help" lists commands and options.'): Failure {
  return failure(EXIT.usage, reason, note);
}
