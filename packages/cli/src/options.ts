import type { Format } from '@octavo/core';

export const FORMATS: readonly Format[] = ['html', 'pdf', 'epub', 'jsonld'];
export const REPORTERS = ['pretty', 'json', 'sarif', 'github'] as const;
export type ReporterName = (typeof REPORTERS)[number];

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly hint?: string;
  readonly help: string;
}

/** Every flag, its help, and the commands that take it; `parseArgs` of node:util gets the same table. */
export const OPTIONS: Readonly<Record<string, OptionSpec & { readonly commands: readonly string[] }>> = {
  to: {
    type: 'string',
    hint: 'html,pdf,epub,jsonld',
    help: 'the formats to build (default: all)',
    commands: ['build'],
  },
  out: {
    type: 'string',
    hint: 'folder',
    help: 'where to build (default: dist/<id>/preview)',
    commands: ['build'],
  },
  drafts: { type: 'boolean', help: 'drafts too, watermarked', commands: ['build', 'check'] },
  lenient: {
    type: 'boolean',
    help: 'HTML that is not allowed stays as text, with a warning',
    commands: ['build', 'check'],
  },
  reporter: {
    type: 'string',
    hint: 'pretty|json|sarif|github',
    help: 'how messages are printed (default: pretty)',
    commands: ['build', 'check'],
  },
  'fail-on': {
    type: 'string',
    hint: 'error|warning',
    help: 'what makes the command fail (default: error)',
    commands: ['build', 'check'],
  },
  quiet: { type: 'boolean', short: 'q', help: 'errors only', commands: ['build', 'check'] },
  'no-color': {
    type: 'boolean',
    help: 'no colour (also: the variable NO_COLOR)',
    commands: ['build', 'check'],
  },
  help: { type: 'boolean', short: 'h', help: 'this help', commands: [] },
  version: { type: 'boolean', short: 'v', help: 'the version', commands: [] },
};
