import type { Labels } from '../model/labels.generated.ts';
import en from './en.json' with { type: 'json' };
import { LANGUAGES } from './languages.generated.ts';

/** Regions that write Chinese in traditional characters, where the tag names no script. */
const SCRIPT_OF_REGION: Readonly<Record<string, string>> = {
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  'zh-tw': 'zh-hant',
};

/** The languages that have labels, as lower-case BCP 47 tags. */
export const LABEL_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The labels of a BCP 47 language: of the longest part of its tag that has some (RFC 4647 section 3.4), else undefined. */
export function labelsFor(language: string): Labels | undefined {
  const subtags = language.toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const tag = subtags.slice(0, length).join('-');
    const known = SCRIPT_OF_REGION[tag] ?? tag;
    if (Object.hasOwn(LANGUAGES, known)) return LANGUAGES[known];
  }
  return undefined;
}

/** Every label's name. */
export const LABEL_NAMES: readonly string[] = Object.keys(en);

/** The labels used where a language has none. */
export const FALLBACK_LABELS: Labels = en;

/** Fills the `{…}` of a label: `fillLabel('{count} results', { count: 3 })`. */
export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}
