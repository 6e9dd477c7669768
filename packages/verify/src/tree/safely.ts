import type { Findings } from '../compare/findings.ts';

/** What cannot be read is a difference. */
export async function safely(
  findings: Findings,
  file: string,
  compare: () => void | Promise<void>,
): Promise<void> {
  try {
    await compare();
  } catch (error) {
    const reason = `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.holds('file', { part: file, file }, false, file, '', reason);
  }
}
