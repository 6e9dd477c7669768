import { loadHandbook, schemaTools } from '@octavo/core';
import { schemaFault } from '@octavo/press/documents';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { boardReport } from '../src/commands/report/board-report.ts';
import { dayAfter, daysBetween } from '../src/commands/report/days.ts';
import { reportHtml, reportMarkdown } from '../src/commands/report/report-pages.ts';

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const item = fc.record({
  status: fc.constantFrom('active', 'draft', 'withdrawn', 'deprecated'),
  reviewBy: fc.option(day),
  until: fc.option(day),
  links: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
});

type Item = typeof item extends fc.Arbitrary<infer Value> ? Value : never;

test('each entry stands in the sections of its days, links and status, in all renderings', async () => {
  const tools = await schemaTools([]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 8 }),
      day,
      fc.nat(800),
      fc.boolean(),
      async (items, asOf, ahead, required) => {
        const until = dayAfter(asOf, `${ahead}d`);
        const files = book(items, required);
        const loaded = loadHandbook(files, { drafts: true, tools });
        const handbook = loaded.handbook;
        expect(files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal))).toEqual([]);
        if (!handbook) throw new Error('the book is not sound');
        const history = { ledger: [], notices: [], words: { lines: new Map(), items: new Map() } };
        const sound = { ...loaded, handbook, root: '/', prefix: 'book' };
        const report = boardReport({ loaded: sound, history, diagnostics: [], asOf, until });
        expect(schemaFault('report', report)).toBeUndefined();
        const { sections } = report;
        for (const [at, { status, reviewBy, until: last }] of items.entries()) {
          const number = String(at + 1);
          const has = (name: keyof typeof sections) =>
            sections[name].some(({ subject }) => subject === number);
          const isLive = status === 'active' || status === 'deprecated';
          const late = (date: string | null) => isLive && date !== null && date < asOf;
          const isAhead = (date: string | null) => isLive && date !== null && date >= asOf && date <= until;
          const isCited = items.some(
            (other, place) =>
              place !== at && other.status !== 'draft' && linksOf(other, items).includes(at + 1),
          );
          expect({ overdue: has('overdue'), due: has('due') }).toEqual({
            overdue: late(reviewBy),
            due: isAhead(reviewBy),
          });
          expect({ lapsed: has('lapsed'), lapses: has('lapses') }).toEqual({
            lapsed: late(last),
            lapses: isAhead(last),
          });
          expect(has('uncited')).toBe(isLive && !isCited);
          expect(has('drafts')).toBe(status === 'draft');
          expect(has('neverApproved')).toBe(required && status !== 'draft');
        }
        expect(report.approvals).toBe(required);
        expect(reportMarkdown(report).includes('No approvals are kept.')).toBe(!required);
        expect(/approval\b|approved/i.test(reportMarkdown(report))).toBe(required);
        const told = Object.values(sections).flat().length;
        expect(reportMarkdown(report).match(/^- \*\*/gm)?.length ?? 0).toBe(told);
        expect(reportHtml(report, handbook).match(/<tr>/g)?.length ?? 0).toBe(told);
        for (const { date, days } of sections.due) expect(dayAfter(asOf, `${days}d`)).toBe(date);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

test.each([
  ['2026-11-30', '90d', '2027-02-28'],
  ['2027-01-31', '1m', '2027-02-28'],
  ['2028-02-29', '1y', '2029-02-28'],
  ['2026-12-31', '2w', '2027-01-14'],
  ['2026-08-31', '18m', '2028-02-29'],
  ['9999-12-01', '2m', '9999-12-31'],
])('%s and %s is %s', (from, time, to) => {
  expect(dayAfter(from, time)).toBe(to);
});

test.each(['', '90', 'd', '-1d', '1.5y', '99999d'])('"%s" is no time', (time) => {
  expect(() => dayAfter('2026-11-30', time)).toThrow('--within cannot be');
});

test('days between dates do not depend on the clock', () => {
  fc.assert(
    fc.property(day, fc.nat(2000), (from, count) => {
      expect(daysBetween(from, dayAfter(from, `${count}d`))).toBe(count);
    }),
  );
});

/** The links of an entry that lead to an entry that is there and is no draft. */
function linksOf({ links }: Item, items: readonly Item[]): readonly number[] {
  return links.filter((number) => items[number - 1] !== undefined);
}

function book(items: readonly Item[], required: boolean): readonly VFile[] {
  const file = (path: string, text: string) => new VFile({ path, value: Buffer.from(text) });
  return [
    file(
      'handbook.yaml',
      `schemaVersion: 1\nreview: { required: ${required} }\nid: book\ntitle: Book\nlanguage: en\niri: https://book.example/\nedition: { version: "1", date: 2026-01-01 }\nchapters: [{ id: all, title: All }]\n`,
    ),
    ...items.map((one, at) => {
      const { status, reviewBy, until } = one;
      const links = linksOf(one, items).map((number) => ` [](#${number})`);
      return file(
        `all/${at + 1}-entry.md`,
        `---\nnumber: ${at + 1}\nid: entry-${at + 1}\nquestion: What is ${at + 1}?\nstatus: ${status}\n${reviewBy === null ? '' : `reviewBy: ${reviewBy}\n`}${until === null ? '' : `effective: { until: ${until} }\n`}---\n\nSo.${links.join('')}\n`,
      );
    }),
  ];
}
