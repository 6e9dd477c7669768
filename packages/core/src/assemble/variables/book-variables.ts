import type { Severity } from '../../message/catalogue.ts';
import { report } from '../../message/report.ts';
import { imagesIn } from '../../model/children.ts';
import { digest } from '../../model/digest.ts';
import type { HandbookSource } from '../../model/source.generated.ts';
import { toText } from '../../model/to-text.ts';
import type { KeyPath } from '../../read/parse-yaml.ts';
import type { YamlSource } from '../../read/read-yaml.ts';
import type { InlineContext } from '../body-context.ts';
import { inlineSource } from '../inline-source.ts';
import { filled } from './fill.ts';
import type { Variable, Variables } from './variable-use.ts';

/** What handbook.yaml says of itself, by the name that it has in text, with its place. */
const FACTS: Readonly<Record<string, KeyPath>> = {
  'book.title': ['title'],
  'book.subtitle': ['subtitle'],
  'edition.version': ['edition', 'version'],
  'edition.date': ['edition', 'date'],
  'volume.first': ['volume', 'first'],
  'volume.last': ['volume', 'last'],
  'volume.of': ['volume', 'of'],
};

/** The variables of a book while it is put together. */
export interface BookVariables extends Variables {
  /** From here on references are known: values are read once more, and what is wrong with them is reported. */
  readonly settle: () => void;
  /** Reports the variables that nothing used, here or `elsewhere`. */
  readonly tellUnused: (elsewhere: ReadonlySet<string>, severity: Severity) => void;
}

/**
 * The values that `variables:` of handbook.yaml declares, and the facts of the book itself. A value is read as a
 * piece of handbook.yaml, once, whoever uses it: links and images are seen from there, and messages go there
 * (`variable-known`, `variable-circular`). `contextOf` makes its context.
 */
export function bookVariables(
  book: YamlSource<HandbookSource>,
  contextOf: () => InlineContext,
  imageHash: (path: string) => string,
): BookVariables {
  const { variables: declared = {}, language = 'und' } = book.data;
  const facts = Object.keys(FACTS).filter((name) => factOf(book, name) !== undefined);
  const names = [...Object.keys(declared), ...facts];
  const known = new Map<string, Variable | undefined>();
  const making: string[] = [];
  const used = new Set<string>();
  let isSettled = false;

  const tell: typeof report = (file, ...finding) => (isSettled ? report(file, ...finding) : undefined);
  const make = (name: string): Variable | undefined => {
    const keys = FACTS[name] ?? ['variables', name];
    const found = name in FACTS ? factOf(book, name) : declaredValue(declared[name], language);
    const place = book.yaml.locate(found?.keys ? [...keys, ...found.keys] : keys);
    if (found === undefined) return untranslated(name);
    const { value } = found;
    const context: InlineContext = { ...contextOf(), ...(isSettled ? {} : { report: () => {} }) };
    if (name in FACTS) {
      const text = filled(value, context, { place });
      return { value: text, words: [{ type: 'text', value: text }], digest: digest([text]) };
    }
    const words = inlineSource(value.trim(), place, context);
    const images = imagesIn(words).map(({ url }) => imageHash(url));
    return { value: toText(words), words, digest: digest([words, images]) };
  };
  const untranslated = (name: string): undefined => {
    if (!Object.hasOwn(declared, name)) return undefined;
    tell(book.file, 'variable-known', {
      reason: `"${name}" has no value for the language of the book, "${language}"`,
      place: book.yaml.locateKey(['variables', name]),
      expected: `a value "${language}: …"`,
    });
    return undefined;
  };
  const refuse = (name: string, reason: string): Variable => {
    tell(book.file, 'variable-circular', {
      reason,
      place: book.yaml.locate(FACTS[name] ?? ['variables', name]),
      note: 'Write out one of the values.',
    });
    const words = [{ type: 'text', value: `{{${name}}}` }] as const;
    return { value: words[0].value, words, digest: digest([name]) };
  };
  const look = (name: string): Variable | undefined => {
    if (!names.includes(name)) return undefined;
    used.add(name);
    const circle = [...making.slice(making.indexOf(name)), name].join(' → ');
    if (making.includes(name)) return refuse(name, `the value of "${name}" holds itself: ${circle}`);
    if (making.length >= MOST_NESTED)
      return refuse(name, `"${name}" stands in more than ${MOST_NESTED} values, one in the other`);
    if (!known.has(name)) {
      making.push(name);
      const made = make(name);
      making.pop();
      const isLong = (made?.value.length ?? 0) > LONGEST;
      const fault = `the value of "${name}" has more than ${LONGEST} characters with the values in it`;
      known.set(name, isLong ? refuse(name, fault) : made);
    }
    return known.get(name);
  };
  return {
    names,
    language,
    look,
    owns: (name) => book.data.variables !== undefined || OF_FACTS.has(name.split('.')[0] ?? ''),
    settle: () => {
      known.clear();
      isSettled = true;
    },
    tellUnused: (elsewhere, severity) => {
      for (const name of elsewhere) look(name);
      for (const name of Object.keys(declared)) if (!used.has(name)) tellUnused(book, name, severity);
    },
  };
}

function tellUnused(book: YamlSource<HandbookSource>, name: string, severity: Severity): void {
  const finding = {
    reason: `nothing uses the variable "${name}"`,
    place: book.yaml.locateKey(['variables', name]),
    note: `Write {{${name}}} where its value belongs, or remove it.`,
  };
  report(book.file, 'variable-used', finding, severity);
}

/** Values within values, and characters of a value, beyond which a book says something else than its author means. */
const MOST_NESTED = 20;
const LONGEST = 20_000;

const OF_FACTS: ReadonlySet<string> = new Set(Object.keys(FACTS).map((name) => name.split('.')[0] ?? ''));

/** A value, and the keys that lead to it where it is one of several languages. */
interface Found {
  readonly value: string;
  readonly keys?: KeyPath;
}

function declaredValue(
  declared: NonNullable<HandbookSource['variables']>[string] | undefined,
  language: string,
): Found | undefined {
  if (declared === undefined) return undefined;
  if (typeof declared !== 'object') return { value: String(declared) };
  const wanted = language.toLowerCase();
  const tags = Object.keys(declared);
  const tag =
    tags.find((one) => one.toLowerCase() === wanted) ??
    tags.find((one) => one.toLowerCase() === wanted.split('-')[0]);
  const value = tag === undefined ? undefined : declared[tag];
  return tag === undefined || value === undefined ? undefined : { value: String(value), keys: [tag] };
}

function factOf({ data }: YamlSource<HandbookSource>, name: string): Found | undefined {
  const { title, subtitle, edition, volume } = data;
  const facts: Readonly<Record<string, string | number | undefined>> = {
    'book.title': title,
    'book.subtitle': subtitle,
    'edition.version': edition?.version,
    'edition.date': edition?.date,
    'volume.first': volume?.first,
    'volume.last': volume?.last,
    'volume.of': volume?.of,
  };
  const value = facts[name];
  return value === undefined ? undefined : { value: String(value) };
}
