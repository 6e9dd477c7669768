import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A handbook of this repository, by its folder from the root, deep-frozen; `edit` changes sources on the way. */
export function loadFixture(
  folder: string,
  options: { readonly drafts?: boolean; readonly edit?: (path: string, text: string) => string } = {},
): Handbook {
  const files = filesOf(folder, options.edit);
  const tools = TOOLS.get(folder);
  const { handbook } = loadHandbook(files, { drafts: options.drafts ?? false, tools });
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  return deepFreeze(handbook);
}

function filesOf(folder: string, edit?: (path: string, text: string) => string): readonly VFile[] {
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.parentPath.includes('node_modules'))
    .map((item) => {
      const path = `${item.parentPath}/${item.name}`.slice(ROOT.length + folder.length + 1);
      const bytes = readFileSync(`${item.parentPath}/${item.name}`);
      const text = /\.(md|yaml)$/.test(path) ? edit?.(path, bytes.toString()) : undefined;
      return new VFile({ path, value: text === undefined ? bytes : Buffer.from(text) });
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

export const FAQ = 'content/coremodels-faq';
/** What it takes to load the book that has a types.yaml. */
const TOOLS = new Map([[FAQ, await schemaTools(filesOf(FAQ))]]);
export const KITCHEN_SINK = 'tests/fixtures/kitchen-sink';
