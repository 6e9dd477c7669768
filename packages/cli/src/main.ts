import { parse } from './command-line/parse.ts';
import { COMMANDS } from './commands.ts';
import { diskFailure } from './disk/faults.ts';
import { findHandbook } from './disk/find-handbook.ts';
import { EXIT, type ExitCode, Failure } from './exit-code.ts';
import type { Io } from './io.ts';

/** Runs a command line (without node and script) and returns its exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (error instanceof Failure) return tell(error, io);
    if (io.signal.aborted) return EXIT.interrupted;
    const failed = diskFailure(error);
    return failed ? tell(failed, io) : tellBug(error, io);
  }
}

async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const parsed = parse(argv, COMMANDS);
  switch (parsed.kind) {
    case 'version': {
      const { VERSION } = await import('./version.ts');
      io.stdout.write(`${VERSION}\n`);
      return EXIT.ok;
    }
    case 'help': {
      const { topic } = parsed;
      const ofCommand = topic === undefined || COMMANDS.some(({ name }) => name === topic);
      io.stdout.write(
        ofCommand
          ? (await import('./command-line/help.ts')).help(topic, COMMANDS)
          : (await import('./command-line/rule-help.ts')).ruleHelp(topic, COMMANDS),
      );
      return EXIT.ok;
    }
    case 'call': {
      const { command, call } = parsed;
      const positionals: string[] = [];
      for (const [at, given] of call.positionals.entries()) {
        // A built folder is enough by itself, so the handbook is not needed.
        const isNeeded = command.positionals[at]?.isHandbook && call.options.in === undefined;
        positionals.push(isNeeded ? findHandbook(given, io.cwd) : given);
      }
      return command.run({ ...call, positionals }, io, COMMANDS);
    }
  }
}

function tell({ code, reason, note }: Failure, io: Io): ExitCode {
  if (reason !== '') io.stderr.write(`octavo: ${reason}\n${note === undefined ? '' : `  ${note}\n`}`);
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
