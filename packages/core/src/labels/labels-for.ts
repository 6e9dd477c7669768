import type { Labels } from '../model/labels.generated.ts';
import ar from './ar.json' with { type: 'json' };
import cs from './cs.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import el from './el.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import hi from './hi.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import zhHant from './zh-hant.json' with { type: 'json' };

/** The labels of each language, by its tag; a file that lacks a label does not compile. */
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
