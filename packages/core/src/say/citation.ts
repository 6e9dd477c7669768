import { isCalendarDate } from '../model/calendar-date.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { toText } from '../model/to-text.ts';
import { numberKey } from '../numbers/number-key.ts';
import { entryIri } from './addresses.ts';
import { listed } from './fact.ts';
import { isStandIn, sayEdition } from './imprint.ts';
import { type Say, sayAddress, sayName, words } from './sentence.ts';

type Cited = Pick<Entry, 'number' | 'question'>;

/** How to cite an answer: book, number, question, edition, publisher, date, permanent IRI. */
export function sayCitation(entry: Cited, handbook: Handbook): readonly Say[] {
  const { title, publisher } = handbook;
  const facts = sayEdition(handbook);
  const isDate = ([first]: readonly Say[]): boolean => first?.kind === 'date';
  const made = [...(publisher ? [[sayName(publisher.name)]] : []), ...facts.filter(isDate)];
  return [
    { kind: 'title', text: title },
    words(`, ${entry.number}: `),
    { kind: 'quote', text: questionOf(entry) },
    ...facts.filter((fact) => !isDate(fact)).flatMap((version) => [words(' '), ...version, words('.')]),
    words(' '),
    ...(made.length > 0 ? [...listed(made), words('. ')] : []),
    sayAddress(entryIri(handbook, entry.number)),
  ];
}

/** A citation in the form that a reference manager reads. */
export interface CitationRecord {
  readonly name: 'BibTeX' | 'RIS' | 'CSL-JSON';
  readonly mediaType: string;
  readonly extension: string;
  readonly text: string;
}

/**
 * Returns the same citation for programs: BibTeX (`@incollection`), RIS (`CHAP`) and CSL-JSON 1.0
 * (`chapter`). They say exactly what the sentence says.
 */
export function citationRecords(entry: Cited, handbook: Handbook): readonly CitationRecord[] {
  const { id, title, publisher, edition, language } = handbook;
  const iri = entryIri(handbook, entry.number);
  const question = questionOf(entry);
  const version = isStandIn('version', edition) ? undefined : edition.version;
  const day =
    isStandIn('date', edition) || !isCalendarDate(edition.date) ? undefined : edition.date.slice(0, 10);
  const key = `${id}-${numberKey(entry.number)}`;
  const bibtex: readonly (readonly [string, string | undefined])[] = [
    ['title', question],
    ['booktitle', title],
    ['chapter', entry.number],
    ['edition', version],
    ['publisher', publisher?.name],
    ['year', day?.slice(0, 4)],
    ['url', iri],
  ];
  const ris: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'CHAP'],
    ['ID', key],
    ['TI', question],
    ['T2', title],
    ['SE', entry.number],
    ['ET', version],
    ['PB', publisher?.name],
    ['PY', day?.slice(0, 4)],
    ['DA', day?.replaceAll('-', '/')],
    ['LA', language],
    ['UR', iri],
    ['ER', ''],
  ];
  const csl = {
    id: key,
    type: 'chapter',
    title: question,
    'container-title': title,
    'chapter-number': entry.number,
    edition: version,
    publisher: publisher?.name,
    issued: day && { 'date-parts': [day.split('-').map(Number)] },
    language,
    URL: iri,
  };
  const lines = bibtex.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${name === 'url' ? value : bibtexText(value)}}`],
  );
  return [
    {
      name: 'BibTeX',
      mediaType: 'application/x-bibtex',
      extension: 'bib',
      text: `@incollection{${key},\n${lines.join(',\n')}\n}`,
    },
    {
      name: 'RIS',
      mediaType: 'application/x-research-info-systems',
      extension: 'ris',
      text: ris.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`])).join('\n'),
    },
    {
      name: 'CSL-JSON',
      mediaType: 'application/vnd.citationstyles.csl+json',
      extension: 'json',
      text: JSON.stringify([csl]),
    },
  ];
}

/**
 * Returns text as a BibTeX value in braces: characters that TeX would act on are escaped, and a second pair
 * of braces keeps capitals.
 */
function bibtexText(text: string): string {
  const safe = text.replace(/[\\{}$&#%_~^]/g, (mark) => BIBTEX[mark] ?? `\\${mark}`);
  return /\p{Lu}/u.test(safe.slice(1)) ? `{${safe}}` : safe;
}

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function questionOf({ question }: Cited): string {
  return toText(question).replace(/\s+/g, ' ').trim();
}
