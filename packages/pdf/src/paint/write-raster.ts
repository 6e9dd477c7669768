import type { Raster } from '../raster/raster.ts';
import type { ObjectWriter } from './object-writer.ts';

const DEVICES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

/** Writes an image (ISO 32000-2, 8.9.5) with its profile and its mask, and returns its object. */
export function writeRaster(writer: ObjectWriter, raster: Raster): number {
  const { width, height, channels, bits, coding, data, palette, clear, alpha } = raster;
  const size = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}`;
  const facts = [
    `${size}/ColorSpace ${colorSpace(writer, raster)}/BitsPerComponent ${bits}`,
    // Adobe's programs write the inks of a JPEG inverted, and all others follow them.
    channels === 4 ? '/Decode[1 0 1 0 1 0 1 0]' : '',
    coding === 'png' ? predictor(palette ? 1 : channels, bits, width) : '',
    clear ? `/Mask[${clear.join(' ')}]` : '',
    alpha ? `/SMask ${writer.addStream(`${size}/ColorSpace/DeviceGray/BitsPerComponent 8`, alpha)} 0 R` : '',
  ].join('');
  if (coding === 'plain') return writer.addStream(facts, data);
  const id = writer.allot();
  writer.raw(id, `${facts} /Filter /${coding === 'jpeg' ? 'DCTDecode' : 'FlateDecode'}`, data);
  return id;
}

/** Says that rows have the filters of PNG (ISO 32000-2, 7.4.4.4). */
function predictor(colors: number, bits: number, columns: number): string {
  return `/DecodeParms<</Predictor 15/Colors ${colors}/BitsPerComponent ${bits}/Columns ${columns}>>`;
}

function colorSpace(writer: ObjectWriter, { channels, palette, profile }: Raster): string {
  const count = palette ? 3 : channels;
  const device = `/${DEVICES[count]}`;
  const base = profile
    ? `[/ICCBased ${writer.addStream(`/N ${count}/Alternate${device}`, profile)} 0 R]`
    : device;
  if (!palette) return base;
  const colors = palette.subarray(0, palette.length - (palette.length % 3));
  const hex = Buffer.from(colors).toString('hex');
  return `[/Indexed ${base} ${colors.length / 3 - 1}<${hex}>]`;
}
