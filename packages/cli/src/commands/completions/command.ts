import { type Command, defineCommand } from '../../command-line/command.ts';

export type CompletionsOptions = Readonly<Record<never, never>>;

/** `octavo completions`. */
export const COMPLETIONS: Command = defineCommand<CompletionsOptions>({
  name: 'completions',
  summary: 'what lets a shell complete commands and options',
  positionals: [{ name: 'shell', of: ['bash', 'zsh', 'fish'], help: 'bash, zsh or fish' }],
  options: {},
  examples: [
    'octavo completions bash > ~/.local/share/bash-completion/completions/octavo',
    'octavo completions zsh > ~/.zfunc/_octavo     # ~/.zfunc in fpath, before compinit',
    'octavo completions fish > ~/.config/fish/completions/octavo.fish',
  ],
  load: async () => (await import('./completions.ts')).completions,
});
