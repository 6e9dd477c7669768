import { EXIT, type Failure, failure } from '../exit-code.ts';

/** The command line is wrong (exit code 2). */
export function usage(reason: string, note = '"octavo help" lists commands and options.'): Failure {
  return failure(EXIT.usage, reason, note);
}
