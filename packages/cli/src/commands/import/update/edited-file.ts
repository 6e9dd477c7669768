import { isScalar, stringify } from 'yaml';
import { mapOf, pairOf, rangeOf } from '../../../edit-yaml.ts';

/** The two parts of an entry's file. */
interface EntryFile {
  readonly matter: string;
  /** Everything behind the front matter, with the empty line that it begins with. */
  readonly body: string;
}

function cutFile(text: string): EntryFile {
  const head = /^---\n([\s\S]*?\n)---[^\S\n]*(?:\n|$)/.exec(text);
  const matter = head?.[1] ?? '';
  return { matter, body: text.slice(head?.[0].length ?? 0) };
}

/** The file with another front matter or another answer; everything else stays as it was written. */
export function editedFile(
  text: string,
  facts: ReadonlyMap<string, unknown>,
  answer: (own: string) => string,
): string {
  if (/\r\n/.test(text))
    return editedFile(text.replaceAll('\r\n', '\n'), facts, answer).replaceAll('\n', '\r\n');
  const { matter, body } = cutFile(text);
  const own = body.trim();
  const start = own === '' ? body.length : body.indexOf(own);
  const changed = answer(own);
  const written =
    changed === own
      ? body
      : `${body.slice(0, start) || '\n'}${changed}${body.slice(start + own.length) || '\n'}`;
  const head = [...facts].reduce((all, [key, value]) => withFact(all, key, value), matter);
  return (
    text.slice(0, text.indexOf(matter)) +
    head +
    text.slice(text.indexOf(matter) + matter.length, text.length - body.length) +
    written
  );
}

/** Front matter with another value for one key; `undefined` takes the key away. */
function withFact(matter: string, key: string, value: unknown): string {
  const map = mapOf(matter);
  const pair = map && pairOf(map, key);
  const line = value === undefined ? '' : stringify({ [key]: value }, { lineWidth: 0 });
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  if (start === undefined) return matter + line;
  const at = (pair && rangeOf(pair)?.[1]) ?? start;
  // A comment behind the value stays; the value ends at its line's end or, as a block, on the next line.
  const end = matter[at - 1] === '\n' ? at : at + (/^\n|^[^\S\n]*\n/.exec(matter.slice(at))?.[0].length ?? 0);
  return (
    matter.slice(0, start) + (end > at || matter[at - 1] === '\n' ? line : line.trimEnd()) + matter.slice(end)
  );
}
