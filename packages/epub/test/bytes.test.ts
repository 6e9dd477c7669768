import { createHash } from 'node:crypto';
import dns from 'node:dns';
import net from 'node:net';
import { unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { compile } from '../src/index.ts';
import { sampleHandbook } from './sample.ts';

const hash = async (): Promise<string> => {
  const { files } = await compile(sampleHandbook());
  return createHash('sha256')
    .update(files[0]?.content as Uint8Array)
    .digest('hex');
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it('makes the same bytes twice, at another time and in another time zone', async () => {
  const first = await hash();
  expect(await hash()).toBe(first);
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    vi.stubEnv('TZ', zone);
    expect(await hash(), zone).toBe(first);
  }
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-04T23:59:59Z') });
  vi.spyOn(Math, 'random').mockReturnValue(0.123);
  expect(await hash()).toBe(first);
});

it('never looks at the network', async () => {
  const refuse = (): never => {
    throw new Error('the network was asked');
  };
  vi.spyOn(net, 'connect').mockImplementation(refuse);
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse);
  vi.spyOn(dns, 'lookup').mockImplementation(refuse as never);
  vi.spyOn(globalThis, 'fetch').mockImplementation(refuse);
  await expect(hash()).resolves.toMatch(/^[0-9a-f]{64}$/);
});

it('writes mimetype first and stored, no folders, and the date of the edition', async () => {
  const { files } = await compile(sampleHandbook());
  const bytes = files[0]?.content as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(view.getUint16(8, true)).toBe(0);
  const [time, date] = [view.getUint16(10, true), view.getUint16(12, true)];
  expect([1980 + (date >> 9), (date >> 5) & 15, date & 31, time]).toEqual([2026, 11, 22, 0]);
  const names = Object.keys(unzipSync(bytes));
  expect(names.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']);
  expect(names.slice(3)).toEqual(names.slice(3).toSorted());
  expect(names.some((name) => name.endsWith('/'))).toBe(false);
});
