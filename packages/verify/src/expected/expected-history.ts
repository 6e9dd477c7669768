import type { Entry, Handbook, HistoryEvent } from '@octavo/core';
import { toldWords } from '@octavo/core/ledger';
import { atLength } from './at-length.ts';
import { plainPhrasing } from './plain-text.ts';

/** What is printed of the history of an entry: a text for each event, and one for those that are left out. */
interface ExpectedHistory {
  readonly lines: readonly string[];
  /** The same with the dates of the editions. */
  readonly dated: readonly string[];
  /** The same with the words that differ below each, marked in brackets, as the page of the entry has them. */
  readonly open: readonly string[];
  /** The page of its history: each event with what the entry said then, or says now; nothing for one event alone. */
  readonly page: readonly string[];
}

/** The labels of facts, which stand before their values. */
const FACTS: Readonly<Record<string, 'topics' | 'related' | 'index' | 'revised' | 'identifier'>> = {
  topics: 'topics',
  related: 'related',
  index: 'index',
  revised: 'revised',
  id: 'identifier',
  aliases: 'identifier',
};

/** What every format must say of the history of an entry. */
export function expectedHistory(entry: Entry, book: Handbook): ExpectedHistory {
  const { history, number, question, status } = entry;
  const { labels, language } = book;
  const mark = status === 'active' ? '' : ` ${labels[status]}`;
  const told = toldWords(entry);
  const saidIn = (words: (typeof told)[number]): readonly string[] =>
    words ? [words.question, ...words.answer.split('\n')] : [`${number} ${plainPhrasing(question)}${mark}`];
  const { events = [], omitted } = history ?? {};
  const more = omitted === undefined ? [] : [labels.moreChanges.replace('{count}', `${omitted}`)];
  const behindFirst = (texts: readonly (readonly string[])[]): readonly string[] =>
    [...texts.slice(0, 1), more, ...texts.slice(1)].flat();
  const dated = events.map((event) => `${lineOf(event, book)}, ${atLength(event.date, language)}`);
  return {
    lines: behindFirst(events.map((event) => [lineOf(event, book)])),
    dated: behindFirst(dated.map((line) => [line])),
    page: events.length < 2 ? [] : behindFirst(events.map((_, at) => [dated[at] ?? '', ...saidIn(told[at])])),
    open: behindFirst(events.map((event, at) => [dated[at] ?? '', ...sinceOf(event, book)])),
  };
}

function lineOf(event: HistoryEvent, { labels }: Handbook): string {
  const {
    kind,
    version,
    significance,
    note,
    movedFrom,
    renumbered,
    retyped,
    replacedBy,
    formOnly,
    approvedBy,
  } = event;
  const details = [
    (significance === 'editorial' || significance === 'correction') && labels.correction,
    ...[renumbered, retyped].map((pair) => pair && `${pair.from || '–'} → ${pair.to || '–'}`),
    movedFrom && labels.movedFrom.replace('{chapter}', movedFrom),
    replacedBy && labels.replacedBy.replace('{entry}', replacedBy),
    note,
    formOnly && labels.wordsUnchangedNotice,
    approvedBy && labels.approvedBy.replace('{roles}', approvedBy.join(', ')),
  ].filter(Boolean);
  const head = labels.changeIn.replace('{change}', labels[kind]).replace('{version}', version);
  return details.length === 0 ? head : `${head} (${details.join('; ')})`;
}

function sinceOf({ version, date, since }: HistoryEvent, book: Handbook): readonly string[] {
  if (!since) return [];
  const { labels, language, types } = book;
  const title = labels.changesSince.replace('{version}', version).replace('{date}', atLength(date, language));
  const lines = since.map(({ part, segments }) => {
    const words = segments.map(({ kind, text }) => (kind === 'same' ? text : `[${labels[kind]}: ${text}]`));
    if (part === 'replacedBy') return labels.replacedBy.replace('{entry}', words.join(''));
    const own = types?.fields.find(({ name }) => name === part)?.title;
    const name = FACTS[part] === undefined ? own : labels[FACTS[part]];
    return `${name === undefined ? '' : `${name}: `}${words.join('')}`;
  });
  return [title, ...lines];
}
