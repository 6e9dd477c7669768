import { expect, test } from 'vitest';
import { plainLines } from '../src/progress/plain-lines.ts';
import { startProfile } from '../src/progress/profile.ts';
import { startProgress } from '../src/progress/progress.ts';
import { terminalLine } from '../src/progress/terminal-line.ts';

/** A clock that is set by hand, and a terminal that shows what a person would see. */
function terminal(columns: number) {
  const clock = { time: 0 };
  const shown: string[] = [];
  let line = '';
  const stream = {
    isTTY: true,
    columns,
    write: (text: string) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
      for (const part of text.split(/(\r\u001b\[2K|\n)/)) {
        if (part === '\n') throw new Error('the line is drawn in its place: no line ends');
        line = part.startsWith('\r') ? '' : line + part;
        expect([...line].length).toBeLessThan(columns);
      }
      shown.push(line);
    },
  };
  return { clock, shown, stream, now: () => clock.time, line: () => line };
}

test('on a terminal one line is drawn in its place: stage, count, time left; and nothing stays', async () => {
  const { clock, shown, stream, now, line } = terminal(60);
  const progress = startProgress(now, [terminalLine(stream, now)]);
  await progress.during('html', async (html) => {
    clock.time += 100;
    await html.during('write', (progress) => {
      for (let done = 1; done <= 3000; done++) {
        clock.time += 2;
        progress.step({ done, total: 3000, unit: 'files' });
      }
    });
  });
  expect(line()).toBe('');
  expect(shown[0]).toBe('html …');
  expect(shown).toContain('html › write  40 of 3,000 files');
  const halfway = shown.find((text) => text.includes(' 1,5'));
  expect(halfway).toMatch(/^html › write {2}1,5\d\d of 3,000 files {2}3 s left$/);
  // 6 s of work, a drawing in 80 ms.
  expect(shown.length).toBeLessThan(90);
});

test('a narrow terminal gets as much as it has room for', async () => {
  const { stream, now, shown } = terminal(12);
  const progress = startProgress(now, [terminalLine(stream, now)]);
  await progress.during('a stage with a long name', () => {});
  expect(shown[0]).toBe('a stage wi…');
});

test('work that fails leaves the line as it found it', async () => {
  const { stream, now, line } = terminal(60);
  const progress = startProgress(now, [terminalLine(stream, now)]);
  const failing = progress.during('pdf', (pdf) =>
    pdf.during('compile', () => Promise.reject(new Error('no'))),
  );
  await expect(failing).rejects.toThrow('no');
  expect(line()).toBe('');
});

test('elsewhere each stage is a plain line, without a single escape', async () => {
  let text = '';
  const clock = { time: 0 };
  const stream = {
    isTTY: false,
    columns: 80,
    write: (more: string) => {
      text += more;
    },
  };
  const progress = startProgress(() => clock.time, [plainLines(stream)]);
  await progress.during('read', () => {
    clock.time += 250;
  });
  await progress.during('pdf', async (pdf) => {
    clock.time += 3000;
    await pdf.during('write', (counting) => counting.step({ done: 1, total: 1, unit: 'file' }));
  });
  await progress.during('documents', () => {});
  expect(text).toBe('read: 0.3 s\npdf: 3.0 s, 1 file\ndocuments: 0.0 s\n');
});

test('a profile is a table for people', async () => {
  const clock = { time: 1000 };
  const profile = startProfile();
  const progress = startProgress(() => clock.time, [profile.listener]);
  await progress.during('html', async (html) => {
    await html.during('compile', () => {
      clock.time += 60;
    });
    await html.during('write', () => {
      clock.time += 15;
    });
  });
  await progress.during('publish', () => {
    clock.time += 25;
  });
  expect(profile.table()).toBe(
    [
      '  html                           75 ms   75 %',
      '    compile                      60 ms   60 %',
      '    write                        15 ms   15 %',
      '  publish                        25 ms   25 %',
      '  all                           100 ms  100 %',
      '',
    ].join('\n'),
  );
});

test('parts that are done side by side are told apart', async () => {
  const clock = { time: 0 };
  const now = () => clock.time;
  const profile = startProfile();
  const written: string[] = [];
  const stream = { isTTY: false, columns: 80, write: (text: string) => void written.push(text) };
  const progress = startProgress(now, [profile.listener, plainLines(stream)]);
  const part = async (name: string, files: number) => {
    await progress.during(name, async (own) => {
      await own.during('compile', async () => {
        clock.time += 1000;
      });
      await own.during('write', (counting) => counting.step({ done: files, total: files, unit: 'files' }));
    });
  };
  await Promise.all([part('pdf', 1), part('jsonld', 70)]);
  expect(written.map((line) => line.replace(/[\d.]+ s/, 'N s'))).toEqual([
    'pdf: N s, 1 files\n',
    'jsonld: N s, 70 files\n',
  ]);
  const names = profile.table().match(/^ +\S+/gm);
  expect(names).toEqual([
    '  pdf',
    '    compile',
    '    write',
    '  jsonld',
    '    compile',
    '    write',
    '  all',
  ]);
  expect(profile.table()).toMatch(/all +2000 ms +100 %/);
});
