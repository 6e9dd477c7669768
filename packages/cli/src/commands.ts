/** The commands there are, and those that later versions will bring (said, not guessed at). */
export const COMMANDS: Readonly<Record<string, string>> = {
  check: 'every validation, no output',
  build: 'check, then compile into HTML, PDF, EPUB and JSON-LD',
};

export const PLANNED_COMMANDS: readonly string[] = [
  'serve',
  'import',
  'export',
  'release',
  'verify',
  'diff',
  'approve',
  'trace',
  'inventory',
  'init',
  'new',
  'list',
  'inspect',
  'schema',
  'clean',
  'completions',
];
