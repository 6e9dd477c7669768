import type { Command } from './command.ts';
import type { Option } from './option.ts';
import { hintOf, PROGRAM_OPTIONS } from './parse.ts';

const CODES =
  'Exit codes: 0 ok, 1 content, 2 command line, 3 warnings under --fail-on warning, 4 release refused, 5 an external tool failed, 6 disk, 70 a bug of ours, 130 interrupted.';

/** The help text: of one command, or of all. */
export function help(topic: string | undefined, commands: readonly Command[]): string {
  const command = commands.find(({ name }) => name === topic);
  return command ? commandHelp(command) : programHelp(commands);
}

function programHelp(commands: readonly Command[]): string {
  return lines(
    'Usage: octavo <command> [path] [options]',
    '',
    'One canonical handbook, validated, becomes a website, a PDF, an EPUB and JSON-LD.',
    '',
    'Commands',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`),
    '',
    'Options',
    ...Object.entries(PROGRAM_OPTIONS).map(optionLine),
    '',
    '"octavo help <command>" lists the options of a command, with examples;',
    '"octavo help <rule>" explains a rule that a message names.',
    '',
    CODES,
  );
}

function commandHelp({ name, summary, positionals, options, examples }: Command): string {
  const words = positionals.map(({ name: word, default: otherwise, isRest }) => {
    const shown = `${word}${isRest ? '…' : ''}`;
    return otherwise === undefined ? `<${shown}>` : `[${shown}]`;
  });
  return lines(
    `Usage: ${['octavo', name, ...words, '[options]'].join(' ')}`,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    ...positionals.map((word) => `  ${`<${word.name}>`.padEnd(12)} ${word.help}`),
    ...(positionals.length > 0 ? [''] : []),
    'Options',
    ...Object.entries({ ...options, ...PROGRAM_OPTIONS }).map(optionLine),
    '',
    'Examples',
    ...examples.map((example) => `  ${example}`),
    '',
    CODES,
  );
}

function optionLine([name, option]: [string, Option]): string {
  const flag = `${option.short ? `-${option.short}, ` : '    '}--${name} ${hintOf(option)}`;
  const otherwise = option.kind === 'choice' ? ` (default: ${option.default})` : '';
  return `  ${flag.padEnd(40)} ${option.help}${otherwise}`;
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
