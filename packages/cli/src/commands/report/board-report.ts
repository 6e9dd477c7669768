import { type Entry, groupBy, indexHandbook, toText } from '@octavo/core';
import { unapproved } from '@octavo/core/ledger';
import { type History, withHistory } from '@octavo/press/history';
import type { BoardReport, ReportFinding } from '../../board-report.generated.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import type { SoundFolder } from '../../load-sound.ts';
import { citedNumbers } from './cited-numbers.ts';
import { daysBetween } from './days.ts';

/** So many of the entries that changed most are told. */
const MOST_CHANGED = 10;

/** What a report is made of. `asOf` and `until` are the first and the last day that it looks at. */
export interface ReportFacts {
  readonly loaded: SoundFolder;
  readonly history: History;
  readonly diagnostics: readonly Diagnostic[];
  readonly asOf: string;
  readonly until: string;
}

/** Finds what an editorial board has to look at, in the form that all renderings and programs read. */
export function boardReport({ loaded, history, diagnostics, asOf, until }: ReportFacts): BoardReport {
  const { handbook, approvals, prefix } = loaded;
  const { entries } = indexHandbook(withHistory(handbook, history));
  const published = entries.filter(({ status }) => status !== 'draft');
  const live = published.filter(({ status }) => status !== 'withdrawn');
  const cited = citedNumbers(handbook);
  const placed = ({ path, line }: Entry['source']) => ({
    path: prefix === '' ? path : `${prefix}/${path}`,
    line,
  });
  const about = ({ number, question, source }: Entry): ReportFinding => ({
    subject: number,
    title: toText(question),
    ...placed(source),
  });
  const dated = (
    dayOf: (entry: Entry) => string | undefined,
    holds: (day: string) => boolean,
  ): ReportFinding[] =>
    live
      .flatMap((entry) => {
        const date = dayOf(entry);
        return date !== undefined && holds(date)
          ? [{ ...about(entry), date, days: daysBetween(asOf, date) }]
          : [];
      })
      .sort((a, b) => a.days - b.days);
  const review = ({ reviewBy }: Entry) => reviewBy;
  const lastDay = ({ effective }: Entry) => effective?.until;
  const keepsApprovals = handbook.settings.review.required || approvals.size > 0;
  const subjects = keepsApprovals ? unapproved(handbook, approvals) : [];
  const open = subjects.map(({ subject, title, source, last }): ReportFinding => {
    const item = { subject, title, ...placed(source) };
    return last ? { ...item, date: last.date, by: last.by } : item;
  });
  return {
    schemaVersion: 1,
    handbook: handbook.id,
    title: handbook.title,
    edition: handbook.edition.version,
    asOf,
    until,
    entries: entries.length,
    releases: history.ledger.length,
    approvals: keepsApprovals,
    sections: {
      overdue: dated(review, (day) => day < asOf),
      due: dated(review, (day) => day >= asOf && day <= until),
      lapsed: dated(
        (entry) => (entry.replacedBy === undefined ? lastDay(entry) : undefined),
        (day) => day < asOf,
      ),
      lapses: dated(lastDay, (day) => day >= asOf && day <= until),
      begins: dated(
        ({ effective }) => effective?.from,
        (day) => day > asOf && day <= until,
      ),
      neverApproved: open.filter(({ by }) => by === undefined),
      changedSince: open.filter(({ by }) => by !== undefined),
      uncited: live.filter(({ number }) => !cited.has(number)).map(about),
      changedMost: changedMost(published, about),
      drafts: entries.filter(({ status }) => status === 'draft').map(about),
      messages: byRule(diagnostics),
    },
  };
}

/** The entries that editions have changed after their first one, those with the most changes first. */
function changedMost(
  entries: readonly Entry[],
  about: (entry: Entry) => ReportFinding,
): readonly ReportFinding[] {
  return entries
    .flatMap((entry) => {
      const { events = [], omitted = 0 } = entry.history ?? {};
      const [count, last] = [events.length + omitted - 1, events.at(-1)];
      return last && count > 0 ? [{ ...about(entry), count, by: last.version }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CHANGED);
}

function byRule(diagnostics: readonly Diagnostic[]): readonly ReportFinding[] {
  const telling = diagnostics.filter(({ severity }) => severity !== 'info');
  return [...groupBy(telling, ({ rule }) => rule)].flatMap(([subject, [first, ...others]]) =>
    first
      ? [{ subject, title: first.reason, path: first.path, line: first.line, count: 1 + others.length }]
      : [],
  );
}
