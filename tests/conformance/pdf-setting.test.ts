import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { measureSetting, type Setting } from '../setting/src/measure-setting.ts';
import { settingTable } from '../setting/src/setting-table.ts';
import { madePdf, PLAIN_FOLDERS } from './pdf-workbench.ts';

const rows: (readonly [string, Setting])[] = [];

/** A kind of fault that the measures tell of, by the words of their notes. */
const FAULTS = /a space of|hyphens from|ends in a hyphen|off the grid|ends .* above|alone|page number/;

test.each(Object.entries(PLAIN_FOLDERS))('%s is set as a book is', async (name, folder) => {
  const made = await madePdf(folder);
  const setting = await measureSetting(new Uint8Array(await readFile(made.path)));
  made.remove();
  rows.push([name, setting]);
  expect(setting.notes.filter((note) => FAULTS.test(note))).toEqual([]);
  expect(setting.worstSpace).toBeLessThanOrEqual(0.4505);
  expect(setting.hyphens).toBeLessThan(0.1);
  expect(setting.ladder).toBeLessThanOrEqual(2);
  expect(setting.onGrid).toBe(1);
});

test('there was something to measure', () => {
  console.log(settingTable(rows));
  const total = (count: (setting: Setting) => number): number =>
    rows.reduce((sum, [, setting]) => sum + count(setting), 0);
  expect(total(({ justified }) => justified)).toBeGreaterThan(500);
  expect(total(({ fullPages }) => fullPages)).toBeGreaterThan(40);
  expect(total(({ references }) => references)).toBeGreaterThan(500);
});
