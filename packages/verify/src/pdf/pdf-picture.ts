import { type Pixels, type Rows, sample, unfiltered } from '../pictures/pixels.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { PdfDictionary, PdfValue } from './pdf-syntax.ts';

/** An image XObject as the file has it (ISO 32000-1, 8.9). */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  /** The pixels, where they are stored as such; undefined for a JPEG and for colours that are not read here. */
  readonly pixels: Pixels | undefined;
  /** The JPEG it is, if it is one. */
  readonly jpeg: Uint8Array | undefined;
  /** True when a mask lets nothing of it be seen. */
  readonly clear: boolean;
}

/** Reads a picture's object. */
export function pdfPicture(objects: PdfObjects, ref: number): PdfPicture {
  const facts = objects.dictionary({ ref }) ?? new Map<string, PdfValue>();
  const [width, height] = [Number(facts.get('Width')), Number(facts.get('Height'))];
  const mask = facts.get('SMask') ?? facts.get('Mask');
  const isKey = Array.isArray(objects.get(mask));
  const alpha = mask === undefined || isKey ? undefined : plane(objects, mask);
  const key = isKey ? objects.list(mask).map((one) => Number(objects.get(one))) : [];
  const filter = nameOf(objects, facts.get('Filter'));
  const jpeg = filter === 'DCTDecode' ? Buffer.from(objects.bytes({ ref }), 'latin1') : undefined;
  return {
    width,
    height,
    jpeg,
    pixels: filter === 'FlateDecode' || filter === '' ? pixelsOf(objects, ref, facts, alpha, key) : undefined,
    clear: alpha?.data.every((value) => value === 0) ?? hidesAll(key, Number(facts.get('BitsPerComponent'))),
  };
}

/** Whether a colour key hides every colour: the lowest and the highest value of each channel that is not seen (8.9.6.4). */
function hidesAll(key: readonly number[], depth: number): boolean {
  return key.length > 0 && key.every((bound, at) => (at % 2 === 0 ? bound <= 0 : bound >= 2 ** depth - 1));
}

interface Plane extends Rows {
  readonly data: Uint8Array;
}

function plane(objects: PdfObjects, value: PdfValue | undefined, channels = 1): Plane {
  const facts = objects.dictionary(value) ?? new Map<string, PdfValue>();
  const parms = objects.dictionary(objects.list(facts.get('DecodeParms'))[0]);
  const rows = {
    width: Number(facts.get('Width')),
    height: Number(facts.get('Height')),
    depth: Number(facts.get('BitsPerComponent') ?? 1),
    channels,
  };
  const data = Buffer.from(objects.stream(value), 'latin1');
  const predicted = Number(parms?.get('Predictor') ?? 1) >= 10;
  const inverted = objects.list(facts.get('Decode'))[0] === 1;
  const plain = predicted ? unfiltered(data, rows) : new Uint8Array(data);
  return { ...rows, data: inverted ? plain.map((one) => 255 - one) : plain };
}

function pixelsOf(
  objects: PdfObjects,
  ref: number,
  facts: PdfDictionary,
  alpha: Plane | undefined,
  key: readonly number[],
): Pixels | undefined {
  const [space, base, , table] = objects.list(facts.get('ColorSpace'));
  const kind = nameOf(objects, space);
  const channels = channelsOf(objects, kind, base);
  if (channels === undefined) return undefined;
  const { width, height, depth, data, ...rows } = plane(objects, { ref }, channels);
  const whole = { width, height, depth, ...rows };
  const palette = kind === 'Indexed' ? Buffer.from(bytesOf(objects, table), 'latin1') : undefined;
  const depthOf = (one: Rows): number => (one.depth >= 8 ? 1 : 255 / ((1 << one.depth) - 1));
  return {
    width,
    height,
    at(x, y) {
      const first = sample(data, whole, x, y, 0);
      const part = (index: number): number =>
        palette
          ? (palette[first * 3 + index] ?? 0)
          : sample(data, whole, x, y, channels === 1 ? 0 : index) * depthOf(whole);
      const hidden = (channel: number): boolean => {
        const value = sample(data, whole, x, y, channel);
        return value >= (key[channel * 2] ?? 0) && value <= (key[channel * 2 + 1] ?? -1);
      };
      if (key.length > 0 && Array.from({ length: channels }, (_, at) => at).every(hidden))
        return [part(0), part(1), part(2), 0];
      if (!alpha) return [part(0), part(1), part(2), 255];
      const [left, top] = [Math.floor((x * alpha.width) / width), Math.floor((y * alpha.height) / height)];
      return [part(0), part(1), part(2), sample(alpha.data, alpha, left, top, 0) * depthOf(alpha)];
    },
  };
}

function channelsOf(objects: PdfObjects, kind: string, base: PdfValue | undefined): number | undefined {
  if (kind === 'Indexed') return nameOf(objects, objects.list(base)[0]) === 'DeviceCMYK' ? undefined : 1;
  if (kind === 'ICCBased') {
    const count = Number(objects.dictionary(base)?.get('N'));
    return count === 1 || count === 3 ? count : undefined;
  }
  return { DeviceRGB: 3, CalRGB: 3, DeviceGray: 1, CalGray: 1 }[kind];
}

function bytesOf(objects: PdfObjects, value: PdfValue | undefined): string {
  const own = objects.get(value);
  if (typeof own === 'object' && own !== null && 'bytes' in own) return own.bytes;
  return value === undefined ? '' : objects.stream(value);
}

function nameOf(objects: PdfObjects, value: PdfValue | undefined): string {
  const own = objects.get(objects.list(value)[0]);
  return typeof own === 'object' && own !== null && 'name' in own ? own.name : '';
}
