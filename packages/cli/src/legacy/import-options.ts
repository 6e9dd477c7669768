import type { ImportOptions } from '@octavo/import';
import type { Flag, Text, Texts, Values } from '../command-line/option.ts';
import { usage } from '../command-line/usage.ts';
import type { Failure } from '../exit-code.ts';

/** The options that say how a legacy source is read. */
export const IMPORTING: {
  readonly questions: Text;
  readonly chapters: Texts;
  readonly renumber: Flag;
  readonly encoding: Text;
  readonly language: Text;
  readonly title: Text;
  readonly base: Text;
  readonly columns: Text;
} = {
  questions: {
    kind: 'text',
    hint: 'style',
    help: 'how questions are written: h1 to h6, bold, item, number, mark, details, term, plain',
  },
  chapters: { kind: 'texts', hint: '601-605=Title', help: 'a chapter by the numbers in it; may be repeated' },
  renumber: { kind: 'flag', help: 'numbers from 1 to the end; old ones stay as aliases' },
  encoding: { kind: 'text', hint: 'label', help: 'the encoding of the source, such as windows-1252' },
  language: { kind: 'text', hint: 'tag', help: 'the language, such as en, pt-BR or zh-Hant' },
  title: { kind: 'text', hint: 'text', help: 'the title of the handbook' },
  base: {
    kind: 'text',
    hint: 'address',
    help: 'the address that relative links of the source are read against',
  },
  columns: {
    kind: 'text',
    hint: 'question=a,answer=b',
    help: 'what the columns of a table or the fields of data are called',
  },
};

/** Checks the options of an import and returns them, or says what is wrong with them. */
export async function importOptions(given: Values<typeof IMPORTING>): Promise<ImportOptions | Failure> {
  const { isEncoding, QUESTION_STYLES, readChapterRanges, readColumns } = await import('@octavo/import');
  const { questions, chapters, renumber, encoding, language, title, base, columns } = given;
  const style = QUESTION_STYLES.find((name) => name === questions);
  if (questions !== undefined && !style)
    return usage(`--questions cannot be "${questions}"`, `One of ${QUESTION_STYLES.join(', ')}.`);
  const ranges = chapters.map((text) => readChapterRanges(text));
  const wrong = chapters.find((_, at) => ranges[at] === undefined);
  if (wrong !== undefined)
    return usage(`--chapters cannot be "${wrong}"`, 'Such as "601-605=AI assistance".');
  if (encoding !== undefined && !isEncoding(encoding))
    return usage(
      `--encoding cannot be "${encoding}"`,
      'A label such as utf-8, windows-1252, shift_jis or utf-16le.',
    );
  if (language !== undefined && !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(language))
    return usage(`--language cannot be "${language}"`, 'A BCP 47 tag such as en, pt-BR or zh-Hant.');
  if (base !== undefined && !(URL.canParse(base) && /^https?:/.test(base)))
    return usage(`--base cannot be "${base}"`, 'An absolute http or https address.');
  const fields = columns === undefined ? undefined : readColumns(columns);
  if (columns !== undefined && !fields)
    return usage(
      `--columns cannot be "${columns}"`,
      'Such as question=query,answer=response; also number, id, chapter, topics.',
    );
  return {
    renumber,
    chapters: ranges.flatMap((range) => range ?? []),
    ...(style ? { questions: style } : {}),
    ...(encoding ? { encoding } : {}),
    ...(language ? { language } : {}),
    ...(title ? { title } : {}),
    ...(base ? { base } : {}),
    ...(fields ? { columns: fields } : {}),
  };
}

/** The first option of an import that was given. */
export function givenOf(values: Values<typeof IMPORTING>): string | undefined {
  return (Object.keys(IMPORTING) as (keyof typeof IMPORTING)[]).find((name) => {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}
