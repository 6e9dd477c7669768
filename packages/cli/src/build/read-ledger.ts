import { type Ledger, type LedgerRelease, versionSegment } from '@octavo/jsonld';
import type { VFile } from 'vfile';
import { schemaFault } from './published-schemas.ts';

/**
 * The ledger: every `releases/<version>.json` of the handbook, oldest first. A file that is no record
 * of a release gets a message (`ledger-valid`) and the ledger is not used.
 */
export function readLedger(files: readonly VFile[]): Ledger | undefined {
  const records: LedgerRelease[] = [];
  let valid = true;
  for (const file of files.filter(({ path }) => /^releases\/[^/]+\.json$/.test(path))) {
    const { value, fault } = parse(file);
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

function parse(file: VFile): { value?: unknown; fault?: string | undefined } {
  try {
    const value: unknown = JSON.parse(
      typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value),
    );
    return { value, fault: schemaFault('ledger', value) ?? misnamed(file.path, value as LedgerRelease) };
  } catch {
    return { fault: 'it is not JSON' };
  }
}

/** A copy under another name would be a second release. */
function misnamed(path: string, { version }: LedgerRelease): string | undefined {
  const name = `releases/${versionSegment(version)}.json`;
  return path === name ? undefined : `it is of release ${version}, whose file is ${name}`;
}
