import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isZip } from '../detect/zip.ts';
import { boundedPackage } from './docx-package.ts';

/** The parts of a Word document in which changes are tracked. */
const TRACKED = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * A Word document as it was before its tracked changes: what was inserted is gone, and what was deleted stands
 * again. Undefined for a document that tracks none, and for anything that is no Word document.
 */
export function beforeChanges(bytes: Uint8Array): Uint8Array | undefined {
  if (!isZip(bytes)) return undefined;
  try {
    const parts = unzipSync(boundedPackage(bytes));
    let isTracked = false;
    for (const [path, part] of Object.entries(parts)) {
      if (!TRACKED.test(path)) continue;
      const xml = strFromU8(part);
      const before = withoutChanges(xml);
      isTracked ||= before !== xml;
      parts[path] = strToU8(before);
    }
    return isTracked ? zipSync(parts, { level: 0 }) : undefined;
  } catch {
    return undefined;
  }
}

function withoutChanges(xml: string): string {
  return xml
    .replace(/<w:(ins|moveTo)\b[^>]*(?<!\/)>[\s\S]*?<\/w:\1>/g, '')
    .replace(/<\/?w:(?:del|moveFrom)\b[^>]*>/g, '')
    .replace(/<(\/?)w:delText\b/g, '<$1w:t')
    .replace(/<(\/?)w:delInstrText\b/g, '<$1w:instrText');
}
