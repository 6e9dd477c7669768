import { parseArguments } from './arguments.ts';
import { diskFailure } from './disk/disk-failure.ts';
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
  const args = parseArguments(argv);
  if (isFailure(args)) return args;
  switch (args.command) {
    case 'version': {
      const { VERSION } = await import('./version.ts');
      io.stdout.write(`${VERSION}\n`);
      return EXIT.ok;
    }
    case 'help': {
      const { help } = await import('./help.ts');
      io.stdout.write(help(args.topic));
      return EXIT.ok;
    }
    case 'check': {
      const { check } = await import('./commands/check.ts');
      return check(args, io);
    }
    case 'build': {
      const { build } = await import('./commands/build.ts');
      return build(args, io);
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
