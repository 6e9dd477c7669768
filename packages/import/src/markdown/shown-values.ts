import { variableName } from '../model/variable-name.ts';
import type { Tag } from './find-tags.ts';

/** What the tags of a document that name values show. */
export interface ShownValues {
  /** What a tag shows: the text of a filter, the path of a reference, a value that the document gives; nothing else is known. */
  readonly shownBy: (tag: Tag, isInAddress: boolean) => string;
  /** The values that the document gives, by the names of their variables. */
  readonly given: ReadonlyMap<string, string>;
}

/** Shortcodes of Hugo and Quarto that show a value by its name. */
export const NAMED: RegExp = /^(?:params?|var|variable|meta)$/i;

/** `export const deposit = '25 €'` of MDX, and `{% assign deposit = "25 €" %}` of Liquid. */
const SET =
  /^export\s+const\s+(\w+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$\n]*)`|(-?\d[\d.]*))\s*;?\s*$|\{%-?\s*assign\s+(\w+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|(-?\d[\d.]*))\s*-?%\}/gm;

/** Reads the values that a document gives; with `variables`, what is not of its front matter is written as `{{name}}`. */
export function shownValues(source: string, variables: boolean): ShownValues {
  const matter = matterOf(source);
  const set = new Map(
    [...source.matchAll(SET)].map(([, constant, a, b, c, d, assigned, e, f, g]) => [
      (constant ?? assigned ?? '').toLowerCase(),
      a ?? b ?? c ?? d ?? e ?? f ?? g ?? '',
    ]),
  );
  const given = new Map<string, string>();
  const shownBy = ({ name, args, what }: Tag, isInAddress: boolean): string => {
    const isNamed = what === 'value' || NAMED.test(name);
    const said = (what === 'value' ? name : args).trim();
    const literal = /^(["'`])([^"'`$]*)\1/.exec(said)?.[2];
    if (literal !== undefined && what === 'value') return literal;
    if (!isNamed) return literal ?? said.split(/\s/)[0] ?? '';
    const path = literal ?? /^\$?\.?\w[\w.$-]*/.exec(said)?.[0] ?? '';
    const key = (/(\w+)$/.exec(path)?.[1] ?? '').toLowerCase();
    const isPlain = /^[\w.$-]+\s*(?:\|[^|]*)*$/.test(literal ?? said);
    if (!isPlain) return '';
    const own = set.get(path.toLowerCase());
    const ofPage = what !== 'value' || path.includes('.') ? matter.get(key) : undefined;
    if (own === undefined && what === 'value' && ofPage !== undefined) return ofPage;
    const value = own ?? ofPage;
    const variable = variables && !isInAddress ? variableName(path) : undefined;
    // No variable is empty.
    if (variable === undefined || value === '') return value ?? '';
    if (value !== undefined) given.set(variable, value);
    return `{{${variable}}}`;
  };
  return { shownBy, given };
}

/** Reads the values of front matter that stand on one line. */
function matterOf(source: string): ReadonlyMap<string, string> {
  const head = /^(?:---|\+\+\+)\n([\s\S]*?)\n(?:---|\+\+\+)/.exec(source)?.[1] ?? '';
  return new Map(
    [...head.matchAll(/^[ \t]*([\w-]+)\s*[:=]\s*["']?([^"'[{|>\n][^\n]*?)["']?$/gm)].map(
      ([, key = '', value = '']) => [key.toLowerCase(), value],
    ),
  );
}
