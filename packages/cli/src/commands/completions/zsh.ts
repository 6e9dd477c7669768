import type { Command, Positional } from '../../command-line/command.ts';
import type { Option } from '../../command-line/option.ts';
import { argumentOf, type Candidates, optionsOf, wordOf } from './completed.ts';

/** A completion function for zsh, to be saved as `_octavo` in a folder of fpath. */
export function zsh(commands: readonly Command[]): string {
  return `#compdef octavo
# Completion of octavo for zsh, made by "octavo completions zsh".
_octavo() {
  local -a commands
  commands=(
    'help:what a command does, with examples'
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    _arguments '--help[this help]' '--version[the version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    help) _describe -t commands command commands ;;
${commands.map(caseOf).join('')}  esac
}
# Loaded by compinit it is the function's body; sourced it only defines itself.
if [ "$funcstack[1]" = _octavo ]; then _octavo "$@"; else compdef _octavo octavo; fi
`;
}

function caseOf(command: Command): string {
  const specs = [
    ...optionsOf(command).map(([name, option]) => optionSpec(name, option)),
    ...command.positionals.map(positionalSpec),
  ];
  return `    ${command.name})\n      _arguments -s ${specs.map((spec) => `\\\n        ${spec}`).join(' ')}\n      ;;\n`;
}

function optionSpec(name: string, option: Option): string {
  const value = argumentOf(option);
  const action = value ? `:${name}:${actionOf(value)}` : '';
  const help = `[${option.help.replace(/[[\]:\\]/g, String.raw`\$&`)}]${action}`;
  const long = `--${name}${value ? '=' : ''}`;
  if (option.short === undefined) return quote(`${long}${help}`);
  return `${quote(`(-${option.short} --${name})`)}{-${option.short},${long}}${quote(help)}`;
}

function positionalSpec(word: Positional): string {
  const optional = word.default === undefined ? '' : ':';
  return quote(`:${optional}${word.name}:${actionOf(wordOf(word))}`);
}

function actionOf(candidates: Candidates): string {
  switch (candidates.kind) {
    case 'words':
      return candidates.several
        ? `_values -s , word ${candidates.of.join(' ')}`
        : `(${candidates.of.join(' ')})`;
    case 'folder':
      return '_files';
    case 'anything':
      return ' ';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
