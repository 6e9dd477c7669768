import type { Labels } from '../model/labels.ts';
import { ar } from './ar.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-hant.ts';

const LANGUAGES: Readonly<Record<string, Labels>> = {
  ar,
  cs,
  de,
  el,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
  vi,
  zh,
  'zh-hant': zhHant,
};

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
