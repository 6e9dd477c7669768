import type { Ledger, LedgerRelease } from '@octavo/jsonld';
import type { VFile } from 'vfile';

/**
 * The ledger: every `releases/<version>.json` of the handbook, oldest first. A file that is no record
 * of a release gets a message (`ledger-valid`) and the ledger is not used. What judges a record is
 * loaded when there is one.
 */
export async function readLedger(all: readonly VFile[]): Promise<Ledger | undefined> {
  const files = all.filter(({ path }) => /^releases\/[^/]+\.json$/.test(path));
  if (files.length === 0) return [];
  const judge = await loadJudge();
  const records: LedgerRelease[] = [];
  let valid = true;
  for (const file of files) {
    // A merge that was not finished has its message.
    if (file.messages.some(({ fatal }) => fatal === true)) {
      valid = false;
      continue;
    }
    const { value, fault } = parse(file, judge);
    if (fault === undefined) {
      records.push(value as LedgerRelease);
      continue;
    }
    valid = false;
    const message = file.message(`this is no record of a release: ${fault}`, {
      place: { line: 1, column: 1 },
      source: 'octavo',
      ruleId: 'ledger-valid',
    });
    message.fatal = true;
    message.note = 'Restore the file from version control: releases are history and are never edited.';
  }
  if (!valid) return undefined;
  return records.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

type Judge = (path: string, value: unknown) => string | undefined;

async function loadJudge(): Promise<Judge> {
  const { schemaFault } = await import('./published-schemas.ts');
  const { versionSegment } = await import('@octavo/jsonld');
  return (path, value) => {
    const fault = schemaFault('ledger', value);
    if (fault !== undefined) return fault;
    const { version } = value as LedgerRelease;
    const name = `releases/${versionSegment(version)}.json`;
    // A copy under another name would be a second release.
    return path === name ? undefined : `it is of release ${version}, whose file is ${name}`;
  };
}

function parse(file: VFile, judge: Judge): { value?: unknown; fault?: string | undefined } {
  let value: unknown;
  try {
    value = JSON.parse(typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value));
  } catch {
    return { fault: 'it is not JSON' };
  }
  return { value, fault: judge(file.path, value) };
}
