import { didYouMean } from '../../message/nearest.ts';
import type { Phrasing } from '../../model/answer.ts';
import { isCalendarDate } from '../../model/calendar-date.ts';
import { dateWords } from '../../say/dates.ts';

/** What a name stands for. */
export interface Variable {
  /** The words of the value alone. */
  readonly value: string;
  /** The value as phrasing, without positions. */
  readonly words: readonly Phrasing[];
  /** Changes exactly when what is printed for the name may change. */
  readonly digest: string;
}

/** The values of a book by name. */
export interface Variables {
  /** Whether a name is one of the book's to explain: any name where it declares variables, else those of its own facts. */
  readonly owns: (name: string) => boolean;
  /** What a name stands for, and a note that somebody used it. */
  readonly look: (name: string) => Variable | undefined;
  /** Every name. */
  readonly names: readonly string[];
  readonly language: string;
}

/** What is written between `{{` and `}}`. */
export interface VariableUse {
  readonly name: string;
  /** Such as `date`. Without one a date is written as the language does, and everything else as it is. */
  readonly form?: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What is wrong with a use: the reason, and what was expected. */
export interface UseFault {
  readonly reason: string;
  readonly expected: string | readonly string[];
}

/** A name that a variable can have. */
export const NAME: RegExp = /^[a-z][\w-]*$/;

const STYLES = ['full', 'long', 'medium', 'short'] as const;

/** `{{name}}` in a text that is no Markdown, with the `\` that makes it text. */
const IN_TEXT = /(\\?)(\{\{[\p{L}\p{M}\p{N}_.= \t-]+\}\})/gu;

/** Reads `{{date since format=long}}`; undefined where it names nothing or more than one thing. */
export function readUse(source: string): VariableUse | undefined {
  const words = source.slice(2, -2).trim().split(/\s+/);
  const options = words.filter((word) => word.includes('='));
  const names = words.filter((word) => !word.includes('='));
  const name = names.at(-1);
  if (name === undefined || names.length > 2 || !/^\p{L}/u.test(names[0] ?? '')) return undefined;
  return {
    name,
    ...(names.length === 2 && names[0] !== undefined ? { form: names[0] } : {}),
    options: Object.fromEntries(options.map((option) => option.split('=', 2) as [string, string])),
  };
}

/** A text with each `{{…}}` replaced; `\{{` becomes `{{`. What `say` knows nothing of stays as it is. */
export function replaceUses(text: string, say: (use: string, at: number) => string | undefined): string {
  return text.replace(IN_TEXT, (whole, mark: string, use: string, at: number) =>
    mark === '' ? (say(use, at) ?? whole) : use,
  );
}

/** The words for a value in the form that is asked for, by the rules of the language; or what is wrong with the form. */
export function sayValue(
  { name, form, options }: VariableUse,
  value: string,
  language: string,
): string | UseFault {
  const isDate = isCalendarDate(value);
  const known = form === 'date' ? ['format'] : form === 'number' ? ['digits'] : [];
  const strange = Object.keys(options).find((option) => !known.includes(option));
  if (form !== undefined && form !== 'date' && form !== 'number')
    return {
      reason: `"${form}" is no form of a value${didYouMean(form, FORMS, (found) => `"${found}"`)}`,
      expected: FORMS,
    };
  if (strange !== undefined)
    return {
      reason: `${form === undefined ? 'a value' : `the form "${form}"`} has no option "${strange}"`,
      expected: ['{{date name format=short}}', '{{number name digits=2}}'],
    };
  if (form === 'date' && !isDate)
    return { reason: `"${name}" is no date`, expected: 'a value such as 2027-03-01' };
  if (form === 'number') {
    if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(value))
      return { reason: `"${name}" is no number`, expected: 'a value such as 12.5' };
    return numberWords(Number(value), options.digits, language);
  }
  return isDate ? dayWords(value, options.format, language) : value;
}

const FORMS = ['date', 'number'];

function numberWords(value: number, digits: string | undefined, language: string): string | UseFault {
  if (digits !== undefined && !/^\d$/.test(digits))
    return { reason: `"digits=${digits}" is no number of decimal places`, expected: '0 to 9' };
  const places = digits === undefined ? undefined : Number(digits);
  return new Intl.NumberFormat([language, 'en'], {
    ...(places === undefined ? { maximumFractionDigits: 20 } : {}),
    ...(places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places }),
  }).format(value);
}

function dayWords(value: string, format: string | undefined, language: string): string | UseFault {
  if (format === 'iso') return value;
  const style = STYLES.find((name) => name === format);
  if (style === undefined && format !== undefined)
    return { reason: `"format=${format}" is no way to write a date`, expected: [...STYLES, 'iso'] };
  return dateWords(value, language, style);
}
