import { parseArgs } from 'node:util';
import { misuse } from '../exit-code.ts';
import type { AnyOptions, Call, Command } from './command.ts';
import { didYouMean } from './nearest-word.ts';
import type { Option, OptionTable } from './option.ts';
import { readValue } from './read-value.ts';

/** A command line, understood. */
export type Parsed =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'call'; readonly command: Command; readonly call: Call<AnyOptions> };

/** Options of the program itself. */
export const PROGRAM_OPTIONS: OptionTable = {
  help: { kind: 'flag', short: 'h', help: 'this help' },
  version: { kind: 'flag', short: 'v', help: 'the version' },
};

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

/** Reads a command line (without node and script). Returns a failure with exit code 2 when it is wrong. */
export function parse(argv: readonly string[], commands: readonly Command[]): Parsed {
  const all = everyOption(commands);
  const [first] = tokensOf(argv, all).words;
  const named = commands.find(({ name }) => name === first);
  // Two commands may use one name for options of different kinds: the options of the named command decide.
  const { words, options } = named ? tokensOf(argv, { ...all, ...named.options }) : tokensOf(argv, all);
  const has = (name: string) => options.some((token) => token.name === name);
  if (has('version')) return { kind: 'version' };
  const [command, ...positionals] = words;
  if (command === undefined || command === 'help' || has('help'))
    return { kind: 'help', topic: command === 'help' ? positionals[0] : command };
  if (!named) {
    const names = commands.map(({ name }) => name);
    misuse(`unknown command "${command}"${didYouMean(command, names)}`);
  }
  for (const token of options) {
    faultOf(token, named, all);
  }
  return { kind: 'call', command: named, call: readCall(named, positionals, options) };
}

function tokensOf(argv: readonly string[], table: OptionTable) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: nodeTable({ ...table, ...PROGRAM_OPTIONS }),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const options = tokens.flatMap((token): OptionToken[] =>
    token.kind === 'option' ? [{ ...token, value: token.value }] : [],
  );
  return { words, options };
}

function readCall(
  command: Command,
  words: readonly string[],
  tokens: readonly OptionToken[],
): Call<AnyOptions> {
  const { name, positionals: wanted } = command;
  if (words.length > wanted.length && !wanted.at(-1)?.isRest) {
    const reason =
      wanted.length === 0
        ? `"octavo ${name}" takes no ${words.length === 1 ? `argument, found ${words[0]}` : 'arguments'}`
        : `one ${wanted.at(-1)?.name} at a time, found ${words.length - wanted.length + 1}: ${words.slice(wanted.length - 1).join(', ')}`;
    misuse(reason, `"octavo help ${name}" says what it takes.`);
  }
  const positionals: string[] = [];
  for (const [index, { name: what, default: otherwise, of }] of wanted.entries()) {
    const word = words[index] ?? otherwise;
    if (word === undefined)
      misuse(
        `"octavo ${name}" needs a <${what}>${of ? `: ${of.join(', ')}` : ''}`,
        `"octavo help ${name}" says what it takes.`,
      );
    if (of && !of.includes(word))
      misuse(`"${word}" is no ${what}${didYouMean(word, of)}`, `One of ${of.join(', ')}.`);
    positionals.push(word);
  }
  positionals.push(...words.slice(wanted.length));
  const values: Record<string, unknown> = {};
  for (const [option, spec] of Object.entries(command.options)) {
    const given = tokens.filter((token) => token.name === option).map((token) => token.value);
    const value = readValue(option, spec, given);
    values[option] = value;
  }
  return { positionals, options: values };
}

function faultOf({ name, rawName, value }: OptionToken, command: Command, all: OptionTable) {
  const option = command.options[name];
  if (!option) {
    if (all[name]) misuse(`"octavo ${command.name}" has no option --${name}`);
    const names = Object.keys({ ...command.options, ...PROGRAM_OPTIONS }).map((known) => `--${known}`);
    misuse(`unknown option "${rawName}"${didYouMean(rawName, names)}`);
  }
  if (option.kind === 'flag') return value === undefined ? undefined : misuse(`${rawName} takes no value`);
  return value === undefined ? misuse(`${rawName} needs a value: ${rawName} ${hintOf(option)}`) : undefined;
}

/** Returns the placeholder for a value that the help shows after an option: `<folder>`, `<html,pdf>`. */
export function hintOf(option: Option): string {
  switch (option.kind) {
    case 'flag':
      return '';
    case 'text':
    case 'texts':
    case 'count':
      return `<${option.hint}>`;
    case 'choice':
      return `<${option.of.join('|')}>`;
    case 'choices':
    case 'names':
      return `<${option.of.join(',')}>`;
  }
}

function everyOption(commands: readonly Command[]): OptionTable {
  return Object.assign({}, ...commands.map(({ options }) => options));
}

/** Converts the table into the form that node:util expects. */
function nodeTable(table: OptionTable): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  return Object.fromEntries(
    Object.entries(table).map(([name, { kind, short }]) => [
      name,
      {
        type: kind === 'flag' ? 'boolean' : 'string',
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
}
