import type { VFile } from 'vfile';
import { report } from '../message/report.ts';
import type { Inventory } from '../model/source.generated.ts';
import { decode } from './decode.ts';
import { schemaErrors } from './schema.ts';

/**
 * Reads an inventory/<prefix>.json. Reports `inventory-valid` and returns undefined when the file is
 * no inventory.
 */
export function readInventory(file: VFile): Inventory | undefined {
  const text = decode(file);
  const fault = text === undefined ? undefined : inventoryFault(text);
  if (fault === undefined) return text === undefined ? undefined : (JSON.parse(text) as Inventory);
  report(file, 'inventory-valid', {
    reason: `this is no inventory: ${fault}`,
    expected: 'the inventory.json that a build of the other handbook writes',
    note: 'Take it anew: octavo inventory update.',
  });
  return undefined;
}

/** What is wrong with a text as an inventory (schemas/inventory.schema.json), or undefined. */
export function inventoryFault(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const errors = schemaErrors('inventory', value);
  const isVersion = (path: string) => path === '/schemaVersion';
  const error = errors.find(({ instancePath }) => isVersion(instancePath)) ?? errors[0];
  if (!error) return twice(value as Inventory);
  if (error.keyword === 'const' && isVersion(error.instancePath))
    return `its schemaVersion is ${JSON.stringify(error.data)}, and this Octavo knows 1`;
  return `${error.instancePath || 'it'} ${error.message ?? 'is wrong'}`;
}

function twice({ entries }: Inventory): string | undefined {
  const numbers = new Set<string>();
  for (const { number } of entries) {
    if (numbers.has(number)) return `the number ${number} is there twice`;
    numbers.add(number);
  }
  return undefined;
}
