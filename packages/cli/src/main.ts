import { parse } from './command-line/parse.ts';
import { COMMANDS } from './commands.ts';
import { diskFailure } from './disk/faults.ts';
import { findHandbook } from './disk/find-handbook.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from './exit-code.ts';
import type { Io } from './io.ts';

/** Runs a command line (without node and script) and returns its exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const outcome = await run(argv, io);
    return isFailure(outcome) ? tell(outcome, io) : outcome;
  } catch (error) {
    if (io.signal.aborted) return EXIT.interrupted;
    const failed = isFailure(error) ? error : diskFailure(error);
    return failed ? tell(failed, io) : tellBug(error, io);
  }
}

async function run(argv: readonly string[], io: Io): Promise<ExitCode | Failure> {
  const parsed = parse(argv, COMMANDS);
  if (isFailure(parsed)) return parsed;
  switch (parsed.kind) {
    case 'version': {
      const { VERSION } = await import('./version.ts');
      io.stdout.write(`${VERSION}\n`);
      return EXIT.ok;
    }
    case 'help': {
      const { topic } = parsed;
      const ofCommand = topic === undefined || COMMANDS.some(({ name }) => name === topic);
      const text = ofCommand
        ? (await import('./command-line/help.ts')).help(topic, COMMANDS)
        : (await import('./command-line/rule-help.ts')).ruleHelp(topic, COMMANDS);
      if (isFailure(text)) return text;
      io.stdout.write(text);
      return EXIT.ok;
    }
    case 'call': {
      const { command, call } = parsed;
      const positionals: string[] = [];
      for (const [at, given] of call.positionals.entries()) {
        // A built folder is enough by itself, so the handbook is not needed.
        const isNeeded = command.positionals[at]?.isHandbook && call.options.in === undefined;
        const found = isNeeded ? findHandbook(given, io.cwd) : given;
        if (isFailure(found)) return found;
        positionals.push(found);
      }
      return command.run({ ...call, positionals }, io, COMMANDS);
    }
  }
}

function tell({ code, reason, note }: Failure, io: Io): ExitCode {
  io.stderr.write(`octavo: ${reason}\n${note === undefined ? '' : `  ${note}\n`}`);
  return code;
}

function tellBug(error: unknown, io: Io): ExitCode {
  const reason = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `octavo: this is a bug in Octavo, not in your handbook: ${reason}\n  Please report it. OCTAVO_DEBUG=1 prints where it happened.\n`,
  );
  if (io.env.OCTAVO_DEBUG && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.bug;
}
