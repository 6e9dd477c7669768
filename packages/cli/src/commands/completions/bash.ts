import type { Command } from '../../command-line/command.ts';
import { argumentOf, type Candidates, optionsOf, wordOf } from './completed.ts';

/** A completion script for bash 4 or newer; nothing else needs to be installed. */
export function bash(commands: readonly Command[]): string {
  const names = ['help', ...commands.map(({ name }) => name)];
  return `# Completion of octavo for bash, made by "octavo completions bash".
_octavo() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local command= words= options= several= kept= at
  # bash takes the = of --to=pdf for a word.
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    [[ \${COMP_WORDS[at]} == -* ]] || { command=\${COMP_WORDS[at]}; break; }
  done
  COMPREPLY=()
  case "$command $before" in
${commands.flatMap(optionValues).join('')}  esac
  if [[ -z $words ]]; then
    case $command in
      '') words='${names.join(' ')}' options='--help --version' ;;
      help) words='${names.slice(1).join(' ')}' ;;
${commands.map(ownWords).join('')}    esac
  fi
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n $words ]]; then
    [[ -z $several || $current != *,* ]] || kept=\${current%,*},
    COMPREPLY=($(compgen -P "$kept" -W "$words" -- "\${current##*,}"))
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _octavo octavo
`;
}

/** The candidates for the values of a command's options. */
function optionValues(command: Command): readonly string[] {
  return optionsOf(command).flatMap(([name, option]) => {
    const value = argumentOf(option);
    if (!value) return [];
    const flags = [`--${name}`, ...(option.short ? [`-${option.short}`] : [])];
    const pattern = flags.map((flag) => `'${command.name} ${flag}'`).join(' | ');
    return [`    ${pattern}) ${offered(value)} ;;\n`];
  });
}

function offered(value: Candidates): string {
  switch (value.kind) {
    case 'words':
      return `words='${value.of.join(' ')}'${value.several ? ' several=1' : ''}`;
    case 'folder':
      return 'compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return';
    case 'anything':
      return 'return';
  }
}

function ownWords(command: Command): string {
  const options = optionsOf(command).map(([name]) => `--${name}`);
  const [first] = command.positionals;
  const candidates = first ? wordOf(first) : undefined;
  const words = candidates?.kind === 'words' ? `words='${candidates.of.join(' ')}' ` : '';
  return `      ${command.name}) ${words}options='${options.join(' ')}' ;;\n`;
}
