import { resolve } from 'node:path';
import { type Inventory, inventoryOf } from '@octavo/core';
import { assemble, inventoryFault, read } from '@octavo/core/read';
import { readText } from '../../disk/read-file.ts';
import { EXIT, fail } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { fetchText } from '../../network/fetch-text.ts';

/** Where an inventory comes from, as handbook.yaml says. */
interface Source {
  readonly url?: string;
  readonly path?: string;
}

/** The size limit for an inventory, in bytes; it is enough for some 50,000 entries. */
const MOST_BYTES = 20_000_000;
const MOST_MILLISECONDS = 30_000;

/** Reads or fetches an inventory and validates it. Paths are relative to `root`. */
export async function takeInventory({ url, path }: Source, root: string, io: Io): Promise<Inventory> {
  if (url !== undefined) {
    const text = await fetchText(url, {
      accept: 'application/json',
      mostBytes: MOST_BYTES,
      mostMilliseconds: MOST_MILLISECONDS,
      signal: io.signal,
    });
    return understood(text, url, EXIT.tool);
  }
  if (path === undefined)
    fail(
      EXIT.content,
      'handbook.yaml does not say where it comes from',
      'Give it a "url:" or a "path:", or go on putting the file there by hand.',
    );
  const found = await readText(resolve(root, path), MOST_BYTES);
  switch (found.kind) {
    case 'absent':
      return fail(
        EXIT.content,
        `there is no "${path}", seen from the handbook's folder`,
        "Correct the path, or build the other handbook first: its build writes inventory.json. The other handbook's folder will do as well.",
      );
    case 'large':
      return fail(EXIT.content, `"${path}" is larger than ${MOST_BYTES / 1_000_000} MB`);
    case 'folder':
      return ofSource(found.files, path);
    case 'text':
      return understood(found.text, path, EXIT.content);
  }
}

function understood(text: string, where: string, code: typeof EXIT.tool | typeof EXIT.content) {
  const fault = inventoryFault(text);
  if (fault === undefined) return JSON.parse(text) as Inventory;
  fail(code, `what is at ${where} is no inventory: ${fault}`, 'It should be the inventory.json of a build.');
}

/** Links that do not resolve yet are tolerated: two handbooks may link to each other. */
const ABOUT_LINKS: ReadonlySet<string | undefined> = new Set(['inventory-present', 'reference-resolves']);

/** Returns the inventory that a build of the handbook in this folder would write. */
function ofSource(files: Parameters<typeof read>[0], path: string): Inventory {
  const assembled = assemble(read(files));
  const wrong = files
    .flatMap((file) => file.messages)
    .some((message) => message.fatal === true && !ABOUT_LINKS.has(message.ruleId));
  if (assembled && !wrong) return inventoryOf(assembled.handbook);
  fail(
    EXIT.content,
    `the handbook in "${path}" has errors`,
    '"octavo check" there says which. The inventory stays as it is.',
  );
}
