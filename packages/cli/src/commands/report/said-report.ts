import { counted } from '@octavo/core';
import type { BoardReport, ReportFinding, ReportSections } from '../../board-report.generated.ts';

/** A section of a report in the form in which it is read. */
export interface SaidSection {
  readonly name: keyof ReportSections;
  readonly title: string;
  readonly findings: readonly SaidFinding[];
}

interface SaidFinding extends Pick<ReportFinding, 'subject' | 'title'> {
  /** What the section says of it: "by 2026-12-31, in 31 days"; empty where its title says it all. */
  readonly fact: string;
  /** `keeping/634-rice.md:1`. */
  readonly place: string;
}

type Facts = Pick<ReportFinding, 'date' | 'days' | 'by' | 'count'>;

const SECTIONS: {
  readonly [Name in keyof ReportSections]: { readonly title: string; readonly fact?: (of: Facts) => string };
} = {
  overdue: { title: 'Overdue for review', fact: ({ date, days }) => `since ${date}, ${away(days)}` },
  due: { title: 'Due for review', fact: ({ date, days }) => `by ${date}, ${away(days)}` },
  lapsed: { title: 'No longer in force', fact: ({ date, days }) => `until ${date}, ${away(days)}` },
  lapses: { title: 'About to lapse', fact: ({ date, days }) => `until ${date}, ${away(days)}` },
  begins: { title: 'Coming into force', fact: ({ date, days }) => `from ${date}, ${away(days)}` },
  neverApproved: { title: 'Never approved' },
  changedSince: { title: 'Changed since its approval', fact: ({ by, date }) => `by ${by} on ${date}` },
  uncited: { title: 'Nothing leads there' },
  changedMost: {
    title: 'Changed most',
    fact: ({ count, by }) => `by ${counted(count ?? 0, 'edition')}, last by ${by}`,
  },
  drafts: { title: 'Open drafts' },
  messages: { title: 'Warnings by rule', fact: ({ count }) => counted(count ?? 0, 'message') },
};

const OF_APPROVALS: ReadonlySet<keyof ReportSections> = new Set(['neverApproved', 'changedSince']);

const NAMES = Object.keys(SECTIONS) as readonly (keyof ReportSections)[];

/**
 * Says a report: its opening, then every section that has something. Of a book without approvals the opening says so,
 * and the sections of approvals are not mentioned.
 */
export function sayReport({ edition, asOf, until, entries, releases, approvals, sections }: BoardReport): {
  readonly opening: string;
  readonly sections: readonly SaidSection[];
  /** The sections that have nothing, in one sentence; empty when all have something. */
  readonly nothing: string;
} {
  const all = NAMES.filter((name) => approvals || !OF_APPROVALS.has(name)).map((name) => ({
    name,
    title: SECTIONS[name].title,
    findings: sections[name].map(
      (finding): SaidFinding => ({
        subject: finding.subject,
        title: finding.title,
        fact: SECTIONS[name].fact?.(finding) ?? '',
        place: `${finding.path}:${finding.line}`,
      }),
    ),
  }));
  const empty = all.filter(({ findings }) => findings.length === 0).map(({ title }) => title.toLowerCase());
  const past = releases === 0 ? 'not released yet' : counted(releases, 'release');
  return {
    opening: `Edition ${edition}, ${counted(entries, 'entry', 'entries')}, ${past}; as of ${asOf}, looking ahead to ${until}.${approvals ? '' : ' No approvals are kept.'}`,
    sections: all.filter(({ findings }) => findings.length > 0),
    nothing: empty.length === 0 ? '' : `Nothing to tell under: ${empty.join('; ')}.`,
  };
}

/** "in 31 days", "1 day ago", "today". */
function away(days = 0): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}
