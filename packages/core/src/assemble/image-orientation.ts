/** How an image is to be turned before it is shown, as Exif numbers it: 1 not at all, 5 to 8 onto its side. */
export type ImageOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/** How browsers turn an image: as its Exif data say, but for a WebP, whose Exif data they do not heed. */
export function orientationOf(bytes: Uint8Array): ImageOrientation {
  return bytes[0] === 0xff || bytes[0] === 0x89 ? exifOrientation(bytes) : 1;
}

/** The orientation that an image's Exif data give (CIPA DC-008, 4.6.4), of a JPEG, PNG or WebP; 1 without any. */
export function exifOrientation(bytes: Uint8Array): ImageOrientation {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const exif = bytes[0] === 0xff ? inJpeg(view) : bytes[0] === 0x89 ? inPng(view) : inWebp(view);
    return (exif && orientation(exif)) || 1;
  } catch (error) {
    // What is cut short says nothing.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

function inJpeg(view: DataView): DataView | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return undefined;
    if (marker === 0xe1 && EXIF.every((byte, index) => view.getUint8(at + 4 + index) === byte))
      return slice(view, at + 10, view.getUint16(at + 2) - 8);
  }
  return undefined;
}

function inPng(view: DataView): DataView | undefined {
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    if (type === 0x65584966) return slice(view, at + 8, view.getUint32(at));
    if (type === 0x49454e44) return undefined;
  }
}

function inWebp(view: DataView): DataView | undefined {
  if (view.getUint32(0) !== 0x52494646) return undefined;
  for (let at = 12; ; at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2)) {
    if (view.getUint32(at) !== 0x45584946) continue;
    const head = EXIF.every((byte, index) => view.getUint8(at + 8 + index) === byte) ? EXIF.length : 0;
    return slice(view, at + 8 + head, view.getUint32(at + 4, true) - head);
  }
}

function slice(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, length);
}

/** The orientation in the first directory of a TIFF (TIFF 6.0, 2). */
function orientation(tiff: DataView): ImageOrientation | undefined {
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  for (let index = 0; index < tiff.getUint16(start, little); index++) {
    const at = start + 2 + index * 12;
    if (tiff.getUint16(at, little) !== ORIENTATION) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as ImageOrientation) : undefined;
  }
  return undefined;
}
