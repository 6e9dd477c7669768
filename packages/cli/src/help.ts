import { COMMANDS } from './commands.ts';
import { OPTIONS } from './options.ts';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  check: ['octavo check content/my-handbook', 'octavo check --reporter github --fail-on warning'],
  build: [
    'octavo build content/my-handbook',
    'octavo build --to pdf,epub --out /tmp/book',
    'octavo build --drafts',
  ],
};

/** The help text: of one command, or of all. */
export function help(topic: string | undefined): string {
  const known = topic !== undefined && topic in COMMANDS ? topic : undefined;
  const commands = Object.entries(COMMANDS).filter(([name]) => known === undefined || name === known);
  const options = Object.entries(OPTIONS).filter(
    ([, option]) => option.commands.length === 0 || known === undefined || option.commands.includes(known),
  );
  const optionLines = options.map(([name, { short, hint, help: text }]) => {
    const flag = `${short ? `-${short}, ` : '    '}--${name}${hint ? ` <${hint}>` : ''}`;
    return `  ${flag.padEnd(40)} ${text}`;
  });
  return [
    `Usage: octavo ${known ?? '<command>'} [path] [options]`,
    '',
    'The path is the folder of a handbook (default: the current one).',
    '',
    'Commands',
    ...commands.map(([name, text]) => `  ${name.padEnd(12)} ${text}`),
    '',
    'Options',
    ...optionLines,
    '',
    'Examples',
    ...commands.flatMap(([name]) => (EXAMPLES[name] ?? []).map((example) => `  ${example}`)),
    '',
    'Exit codes: 0 ok, 1 content, 2 command line, 3 warnings under --fail-on warning, 6 disk, 70 a bug of ours, 130 interrupted.',
    '',
  ].join('\n');
}
