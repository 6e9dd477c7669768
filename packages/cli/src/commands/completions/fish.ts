import type { Command } from '../../command-line/command.ts';
import type { Option } from '../../command-line/option.ts';
import { argumentOf, optionsOf, wordOf } from './completed.ts';

/** A completion script for fish. */
export function fish(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of octavo for fish, made by "octavo completions fish".
complete -c octavo -n __fish_use_subcommand -f -a help -d 'what a command does, with examples'
complete -c octavo -n '__fish_seen_subcommand_from help' -f -a '${names}'
complete -c octavo -n __fish_use_subcommand -l version -s v -d 'the version'
complete -c octavo -l help -s h -d 'this help'
${commands.map(linesOf).join('')}`;
}

function linesOf(command: Command): string {
  const { name, summary, positionals } = command;
  const here = `complete -c octavo -n '__fish_seen_subcommand_from ${name}'`;
  const [first] = positionals;
  const words = first ? wordOf(first) : undefined;
  const options = optionsOf(command).filter(([option]) => option !== 'help' && option !== 'version');
  return [
    `complete -c octavo -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
    ...(words?.kind === 'words' ? [`${here} -f -a '${words.of.join(' ')}'`] : []),
    ...options.map(([option, spec]) => `${here} ${optionOf(option, spec)}`),
    '',
  ].join('\n');
}

function optionOf(name: string, option: Option): string {
  const value = argumentOf(option);
  const short = option.short === undefined ? '' : ` -s ${option.short}`;
  const flag = `-l ${name}${short} -d ${quote(option.help)}`;
  switch (value?.kind) {
    case undefined:
      return flag;
    case 'words':
      return value.several
        ? `${flag} -x -a '(__fish_append , ${value.of.join(' ')})'`
        : `${flag} -x -a '${value.of.join(' ')}'`;
    case 'folder':
      return `${flag} -r -F`;
    case 'anything':
      return `${flag} -x`;
  }
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}
