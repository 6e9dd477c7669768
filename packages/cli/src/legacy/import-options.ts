import type { ImportOptions } from '@octavo/import';
import type { ImportingOptions } from '../commands.generated.ts';
import table from '../commands.json' with { type: 'json' };
import { misuse } from '../exit-code.ts';

/** The names of the options that say how a legacy source is read. */
const NAMES = Object.keys(table.groups.importing) as (keyof ImportingOptions)[];

/** Checks the options of an import and returns them, or says what is wrong with them. */
export async function importOptions(given: ImportingOptions): Promise<ImportOptions> {
  const { isEncoding, QUESTION_STYLES, readChapterRanges, readColumns } = await import('@octavo/import');
  const { questions, chapters, renumber, encoding, language, title, base, columns, variables } = given;
  const style = QUESTION_STYLES.find((name) => name === questions);
  if (questions !== undefined && !style)
    misuse(`--questions cannot be "${questions}"`, `One of ${QUESTION_STYLES.join(', ')}.`);
  const ranges = chapters.map((text) => readChapterRanges(text));
  const wrong = chapters.find((_, at) => ranges[at] === undefined);
  if (wrong !== undefined) misuse(`--chapters cannot be "${wrong}"`, 'Such as "601-605=AI assistance".');
  if (encoding !== undefined && !isEncoding(encoding))
    misuse(
      `--encoding cannot be "${encoding}"`,
      'A label such as utf-8, windows-1252, shift_jis or utf-16le.',
    );
  if (language !== undefined && !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(language))
    misuse(`--language cannot be "${language}"`, 'A BCP 47 tag such as en, pt-BR or zh-Hant.');
  if (base !== undefined && !(URL.canParse(base) && /^https?:/.test(base)))
    misuse(`--base cannot be "${base}"`, 'An absolute http or https address.');
  const fields = columns === undefined ? undefined : readColumns(columns);
  if (columns !== undefined && !fields)
    misuse(
      `--columns cannot be "${columns}"`,
      'Such as question=query,answer=response; also number, id, chapter, topics.',
    );
  return {
    renumber,
    variables,
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
export function givenOf(values: ImportingOptions): string | undefined {
  return NAMES.find((name) => {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}
