import { type Approval, loadHandbook } from '@octavo/core';
import { approvalHeads, approvalLine, mergeApprovals, unapproved } from '@octavo/core/ledger';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryText, filesOf } from './sample.ts';

const oneLine = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));
const given = fc.array(fc.record({ by: oneLine, note: fc.option(oneLine, { nil: undefined }) }), {
  minLength: 2,
  maxLength: 6,
});

const RUNS = { numRuns: 30 };

const texts = {
  'basics/1-first.md': entryText('1', 'One.'),
  'basics/2-second.md': entryText('2', 'Two.'),
};
const read = (log: string, files: Readonly<Record<string, string>> = texts) =>
  loadHandbook(filesOf({ ...files, 'approvals/1.jsonl': log }));
const faults = (log: string) =>
  read(log).files.flatMap((file) => file.messages.map((message) => `${file.path}:${message.line}`));
const fingerprintOf = (files: Readonly<Record<string, string>>) =>
  loadHandbook(filesOf(files)).handbook?.chapters[0]?.entries[0]?.fingerprint ?? '';
const FINGERPRINT = fingerprintOf(texts);

function logOf(
  all: readonly { by: string; note?: string | undefined }[],
  fingerprint = FINGERPRINT,
): string[] {
  const lines: string[] = [];
  for (const { by, note } of all) {
    const last = lines.at(-1);
    const approval = { subject: '1', fingerprint, by, date: '2026-10-01', ...(note ? { note } : {}) };
    lines.push(approvalLine(approval, last === undefined ? [] : [JSON.parse(last) as Approval]));
  }
  return lines;
}

describe('a log of approvals', () => {
  test('reads as it was written, whatever names and notes hold', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('\n', '\r\n'), (all, end) => {
        const { approvals, files } = read(logOf(all).join(end) + end);
        expect(files.flatMap((file) => file.messages)).toEqual([]);
        expect(approvals.get('1')?.map(({ by, note }) => ({ by, note }))).toEqual(all);
      }),
      RUNS,
    );
  });

  test('an edited line is noticed, at its place', () => {
    fc.assert(
      fc.property(given, fc.nat(), oneLine, (all, at, by) => {
        const lines = logOf(all);
        const index = at % lines.length;
        fc.pre(all[index]?.by !== by);
        const edited = { ...(JSON.parse(lines[index] ?? '') as Approval), by };
        expect(faults(lines.with(index, JSON.stringify(edited)).join('\n'))).toContain(
          `approvals/1.jsonl:${index + 1}`,
        );
      }),
      RUNS,
    );
  });

  test('a line removed before the last is noticed, and so are two that changed places', () => {
    fc.assert(
      fc.property(given, fc.nat(), (all, at) => {
        const lines = logOf(all);
        const index = at % (lines.length - 1);
        const removed = lines.toSpliced(index, 1);
        expect(faults(removed.join('\n'))).toEqual([`approvals/1.jsonl:${index + 1}`]);
        const [one = '', two = ''] = [lines[index], lines[index + 1]];
        expect(
          faults(
            lines
              .with(index, two)
              .with(index + 1, one)
              .join('\n'),
          ),
        ).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test('its format is a promise: this line, to the byte', () => {
    const approval = { subject: '618', fingerprint: `1-${'a'.repeat(64)}`, by: 'Ada', date: '2026-10-01' };
    const line = approvalLine(approval, []);
    expect(line).toBe(
      `{"schemaVersion":1,"number":"618","fingerprint":"1-${'a'.repeat(64)}","by":"Ada","date":"2026-10-01","hash":"d9903d10b4015e645c65c056b12bdc193809fc996906759e5d461da983050adf"}`,
    );
    const { hash: _, ...legal } = JSON.parse(approvalLine({ ...approval, role: 'legal' }, [])) as Approval;
    expect(JSON.stringify(legal)).toBe(
      line.replace(/,"hash".*$/, '}').replace('"date"', '"role":"legal","date"'),
    );
  });
});

describe('roles', () => {
  const rolesIn = (lines: readonly Partial<Approval>[], files = texts) => {
    const log: string[] = [];
    for (const line of lines) {
      const last = log.at(-1);
      const approval = { subject: '1', fingerprint: FINGERPRINT, by: 'Ada', date: '2026-01-01', ...line };
      log.push(approvalLine(approval, last === undefined ? [] : [JSON.parse(last) as Approval]));
    }
    const { handbook, files: all } = read(log.join('\n'), files);
    expect(all.flatMap((file) => file.messages)).toEqual([]);
    return handbook?.chapters[0]?.entries.map(({ approvedBy }) => approvedBy);
  };
  const day = read('').handbook?.edition.date.slice(0, 10) ?? '';

  test('are those in which the present form was approved by the day of the edition, each once', () => {
    const later = `${Number(day.slice(0, 4)) + 1}-01-01`;
    expect(rolesIn([{}])).toEqual([undefined, undefined]);
    expect(rolesIn([{ role: 'legal' }, { role: 'editor' }, { role: 'legal' }, {}])).toEqual([
      ['legal', 'editor'],
      undefined,
    ]);
    expect(rolesIn([{ role: 'legal', date: `${day}T23:00:00Z` }])).toEqual([['legal'], undefined]);
    expect(
      rolesIn([
        { role: 'legal', date: day },
        { role: 'late', date: later },
      ])?.[0],
    ).toEqual(['legal']);
    expect(rolesIn([{ role: 'late', date: later }])?.[0]).toBeUndefined();
  });

  test('are none once a word changed, or another form was approved', () => {
    const changed = { ...texts, 'basics/1-first.md': entryText('1', 'One more.') };
    expect(rolesIn([{ role: 'legal' }], changed)?.[0]).toBeUndefined();
    expect(rolesIn([{ role: 'legal' }, { fingerprint: fingerprintOf(changed) }])?.[0]).toBeUndefined();
  });

  test('change no fingerprint, and are one line of text', () => {
    const [line = ''] = logOf([{ by: 'Ada' }]);
    const { hash: _, ...rest } = { ...(JSON.parse(line) as Approval), role: ' ' };
    expect(faults(JSON.stringify({ ...rest, hash: '0'.repeat(64) }))).toEqual(['approvals/1.jsonl:1']);
    const legal = approvalLine({ ...(JSON.parse(line) as Approval), subject: '1', role: 'legal' }, []);
    expect(read(legal).handbook?.chapters[0]?.entries[0]?.fingerprint).toBe(FINGERPRINT);
  });
});

describe('an entry', () => {
  const open = (files: Readonly<Record<string, string>>, log: string) => {
    const { handbook, approvals } = read(log, files);
    return handbook && unapproved(handbook, approvals).map(({ subject, last }) => [subject, last?.by]);
  };

  test('is approved until a word of it changes; formatting does not count', () => {
    const log = logOf([{ by: 'Ada' }]).join('\n');
    expect(open(texts, log)).toEqual([['2', undefined]]);
    const reformatted = { ...texts, 'basics/1-first.md': entryText('1', '\n\nOne.  ', 'topics: []\n') };
    expect(open(reformatted, log)).toEqual([['2', undefined]]);
    const changed = { ...texts, 'basics/1-first.md': entryText('1', 'One more.') };
    expect(open(changed, log)).toEqual([
      ['1', 'Ada'],
      ['2', undefined],
    ]);
  });

  test('the last approval decides: an older text needs a new one', () => {
    const changed = { ...texts, 'basics/1-first.md': entryText('1', 'One more.') };
    const [first = ''] = logOf([{ by: 'Ada' }]);
    const second = approvalLine(
      { subject: '1', fingerprint: fingerprintOf(changed), by: 'Grace', date: '2026-10-02' },
      [JSON.parse(first) as Approval],
    );
    expect(open(changed, `${first}\n${second}`)).toEqual([['2', undefined]]);
    expect(open(texts, `${first}\n${second}`)).toEqual([
      ['1', 'Grace'],
      ['2', undefined],
    ]);
  });

  test('a draft needs no approval, a withdrawal does', () => {
    const files = {
      ...texts,
      'basics/2-second.md': entryText('2', 'Two.', 'status: withdrawn\n'),
      'basics/3-third.md': entryText('3', 'Three.', 'status: draft\n'),
    };
    const { handbook, approvals } = loadHandbook(filesOf(files), { drafts: true });
    expect(handbook && unapproved(handbook, approvals).map(({ subject }) => subject)).toEqual(['1', '2']);
  });
});

describe('two branches that approved the same entry', () => {
  const approve = (by: string, heads: readonly Approval[], fingerprint = FINGERPRINT): Approval =>
    JSON.parse(approvalLine({ subject: '1', fingerprint, by, date: '2026-10-01' }, heads)) as Approval;
  const branches = fc.record({
    base: fc.nat(2),
    one: fc.integer({ min: 1, max: 3 }),
    other: fc.integer({ min: 1, max: 3 }),
    style: fc.constantFrom('merge', 'diff3'),
  });
  const grow = (log: readonly Approval[], count: number, who: string): readonly Approval[] => {
    const grown = [...log];
    for (let at = 0; at < count; at++) grown.push(approve(`${who} ${at}`, approvalHeads(grown)));
    return grown;
  };
  const printed = (log: readonly Approval[]) => log.map((line) => JSON.stringify(line)).join('\n');

  test('merge into one log with the approvals of both, which the next one follows', () => {
    fc.assert(
      fc.property(branches, ({ base, one, other, style }) => {
        const common = grow([], base, 'both');
        const [ours, theirs] = [grow(common, one, 'one'), grow(common, other, 'other')];
        const conflict = [
          ...common.map((line) => JSON.stringify(line)),
          '<<<<<<< HEAD',
          printed(ours.slice(base)),
          ...(style === 'diff3' ? ['||||||| 1234567'] : []),
          '=======',
          printed(theirs.slice(base)),
          '>>>>>>> other',
          '',
        ].join('\n');
        expect(read(conflict).files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
          'merge-finished',
        ]);
        const merged = mergeApprovals(conflict) ?? '';
        const { approvals, files } = read(merged);
        expect(files.flatMap(({ messages }) => messages)).toEqual([]);
        const log = approvals.get('1') ?? [];
        expect(log.map(({ by }) => by)).toEqual([...ours, ...theirs.slice(base)].map(({ by }) => by));
        expect(mergeApprovals(merged)).toBeUndefined();
        const heads = approvalHeads(log);
        expect(heads.map(({ by }) => by)).toEqual([`one ${one - 1}`, `other ${other - 1}`]);
        // From then on no line of either side can go unnoticed.
        const after = [...log, approve('after', heads)];
        expect(faults(printed(after))).toEqual([]);
        for (const at of log.keys()) expect(faults(printed(after.toSpliced(at, 1)))).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test('what either of them approved is approved, and what neither did is not', () => {
    const other = { ...texts, 'basics/1-first.md': entryText('1', 'Uno.') };
    const third = { ...texts, 'basics/1-first.md': entryText('1', 'Un.') };
    const log = printed([approve('Ada', []), approve('Grace', [], fingerprintOf(other))]);
    const open = (files: Readonly<Record<string, string>>) => {
      const { handbook, approvals } = read(log, files);
      return handbook && unapproved(handbook, approvals).map(({ subject }) => subject);
    };
    expect([open(texts), open(other), open(third)]).toEqual([['2'], ['2'], ['1', '2']]);
  });
});

describe('an approval of an edition', () => {
  const yaml = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
conditions: { audience: [public, internal] }
editions: { public: { for: { audience: public } }, staff: { for: { audience: internal } } }
review: { required: true }
chapters: [{ id: basics, title: Basics }]
`;
  const book = (one: string, log = '') =>
    filesOf({
      'handbook.yaml': yaml,
      'basics/1-first.md': entryText('1', one),
      ...(log === '' ? {} : { 'approvals/1.jsonl': log }),
    });
  const TEXT = 'One:only[, and more]{audience=internal}.';
  const approve = (log: string, edition: string | undefined, text = TEXT) => {
    const { handbook, approvals } = loadHandbook(book(text, log), { edition });
    const fingerprint = handbook?.chapters[0]?.entries[0]?.fingerprint ?? '';
    const own = edition === undefined ? {} : { edition };
    const line = { subject: '1', fingerprint, by: edition ?? 'all', date: '2026-10-01', ...own };
    return `${log}${approvalLine(line, approvalHeads(approvals.get('1') ?? []))}\n`;
  };
  const open = (log: string, text = TEXT) =>
    [undefined, 'public', 'staff'].map((edition) => {
      const { handbook, approvals, files } = loadHandbook(book(text, log), { edition });
      expect(files.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId)).not.toContain(
        'approval-valid',
      );
      return handbook && unapproved(handbook, approvals, edition).map(({ last }) => last?.by ?? '');
    });

  test('is of what that shows: of the others nothing is approved, and nothing of them is lost', () => {
    const inPublic = approve('', 'public');
    expect(open(inPublic)).toEqual([[''], [], ['']]);
    const both = approve(inPublic, 'staff');
    // The whole book shows what the staff sees.
    expect(open(both)).toEqual([[], [], []]);
    expect(open(both, 'One:only[, and less]{audience=internal}.')).toEqual([[''], [], ['staff']]);
    expect(open(both, 'Two:only[, and more]{audience=internal}.')).toEqual([[''], ['public'], ['staff']]);
    const anew = approve(both, 'staff', 'One:only[, and less]{audience=internal}.');
    expect(open(anew)).toEqual([[''], [], ['staff']]);
  });

  test('is good wherever the same is shown', () => {
    expect(open(approve('', undefined, 'One.'), 'One.')).toEqual([[], [], []]);
    expect(open(approve('', 'staff', 'One.'), 'One.')).toEqual([[], [], []]);
  });
});
