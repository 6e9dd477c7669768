import type { Labels } from '../model/labels.ts';
import { en } from './en.ts';

const LANGUAGES: Readonly<Record<string, Labels>> = { en };

/** The languages that have labels, as BCP 47 primary tags. */
export const LABEL_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The labels of a BCP 47 language: of the exact tag, else of its primary language, else undefined. */
export function labelsFor(language: string): Labels | undefined {
  const exact = language.toLowerCase();
  return LANGUAGES[exact] ?? LANGUAGES[exact.split('-')[0] ?? ''];
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
