import { relative, resolve } from 'node:path';
import type { Inventory } from '@octavo/core';
import { inventoryFault, read } from '@octavo/core/read';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import type { InventoryOptions } from '../../commands.generated.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, Failure, misuse, outcomeOf } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { exitCodeOf, reportDiagnostics } from '../../report-diagnostics.ts';
import { changesOf } from './changes-of.ts';
import { takeInventory } from './take-inventory.ts';

/**
 * `octavo inventory update [name]`: reads or fetches each inventory that handbook.yaml names, validates it,
 * says what changed and writes inventory/<prefix>.json. It is the only command that uses the network. An
 * inventory that cannot be read or fetched leaves its file unchanged.
 */
export async function inventory(
  { positionals: [action = '', name = ''], options }: Call<InventoryOptions>,
  io: Io,
): Promise<ExitCode> {
  if (action !== 'update')
    misuse(`"octavo inventory" does not know "${action}"`, 'Write "octavo inventory update".');
  const found = findHandbook(options.handbook ?? '.', io.cwd);
  const root = resolve(io.cwd, found);
  const all = await readHandbook(root);
  const files = all.filter(({ path }) => path === 'handbook.yaml');
  const { handbook } = read(files);
  const diagnostics = diagnosticsOf(files, relative(io.cwd, root).replaceAll('\\', '/'));
  const broken = exitCodeOf(diagnostics, 'error');
  if (broken !== EXIT.ok) {
    reportDiagnostics(diagnostics, options, io);
    return broken;
  }
  const named = handbook?.data.inventories ?? {};
  const prefixes = Object.keys(named);
  if (prefixes.length === 0) misuse('handbook.yaml names no inventories', 'Name them under "inventories:".');
  if (name !== '' && !prefixes.includes(name))
    misuse(
      `handbook.yaml names no inventory "${name}"${didYouMean(name, prefixes)}`,
      `It names ${prefixes.join(', ')}.`,
    );
  let code: ExitCode = EXIT.ok;
  for (const prefix of name === '' ? prefixes : [name]) {
    const taken = await outcomeOf(takeInventory(named[prefix] ?? {}, root, io));
    if (taken instanceof Failure) {
      io.stderr.write(`${prefix}: ${taken.reason}\n${taken.note === undefined ? '' : `  ${taken.note}\n`}`);
      code = taken.code;
      continue;
    }
    const path = `inventory/${prefix}.json`;
    const old = all.find((file) => file.path === path)?.value;
    if (!options.quiet) io.stderr.write(changesOf(prefix, earlier(old), taken));
    await writeAtomic(resolve(root, path), `${JSON.stringify(taken, null, 2)}\n`);
  }
  return code;
}

/** Returns the earlier inventory, if the file held one. */
function earlier(value: string | Uint8Array | undefined): Inventory | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : new TextDecoder().decode(value);
  return inventoryFault(text) === undefined ? (JSON.parse(text) as Inventory) : undefined;
}
