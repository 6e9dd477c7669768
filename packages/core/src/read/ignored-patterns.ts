import { VFile } from 'vfile';
import { decode } from './decode.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Returns the patterns under `ignore:` in the bytes of a handbook.yaml; none when the file is faulty. The
 * reader of the disk needs them before there is a handbook; `loadHandbook` reports the file's faults.
 */
export function ignoredPatterns(bytes: Uint8Array): readonly string[] {
  const file = new VFile({ path: 'handbook.yaml', value: bytes });
  const text = decode(file);
  if (text === undefined || !/^["']?ignore["']?[ \t]*:/m.test(text)) return [];
  const value = parseYaml(file, text)?.value;
  const list = typeof value === 'object' && value !== null && 'ignore' in value ? value.ignore : undefined;
  return Array.isArray(list) ? list.filter((pattern) => typeof pattern === 'string') : [];
}
