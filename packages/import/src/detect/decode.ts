import { counted } from '@octavo/core';
import { decodeWide, decodeWindows1252 } from '@octavo/core/read';
import type { Finding } from '../model/finding.ts';
import { encodingOf, isEncoding, isUtf32 } from './guess-encoding.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/**
 * The text of a file: by byte order mark, as UTF-8, or in the encoding that its bytes look like (or that
 * `given` names). Line ends become `\n`, NULs go; everything but plain UTF-8 is said.
 */
export function decode(path: string, bytes: Uint8Array, given?: string): Decoded {
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], reason: string, note?: string) =>
    findings.push({
      kind: 'encoding',
      severity,
      place: { path, line: 1 },
      reason,
      ...(note ? { note } : {}),
    });
  const encoding = given ?? encodingOf(bytes);
  let text = decodeAs(bytes, encoding);
  if (given === undefined && encoding !== 'utf-8')
    tell(
      encoding.startsWith('utf') ? 'info' : 'warning',
      `the file is read as ${encoding}`,
      encoding.startsWith('utf') ? undefined : 'Give --encoding if letters look wrong.',
    );
  const invalid = count(text, '\uFFFD');
  if (invalid > 0) {
    tell(
      'warning',
      `${counted(invalid, 'byte or character', 'bytes or characters')} without a meaning in ${encoding} became "?"`,
      'Give --encoding if it is another one.',
    );
    text = text.replaceAll('\uFFFD', '?');
  }
  const nuls = count(text, '\0');
  if (nuls > 0) {
    tell('warning', `${counted(nuls, 'NUL character was', 'NUL characters were')} left out`);
    text = text.replaceAll('\0', '');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const controls = text.match(/[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g)?.length ?? 0;
  if (controls > 0) {
    tell(
      'warning',
      `${counted(controls, 'control character')} became ${controls === 1 ? 'a space' : 'spaces'}`,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
    text = text.replace(/[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, ' ');
  }
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), encoding, findings };
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (isUtf32(encoding)) return decodeWide(bytes, encoding);
  const name = isEncoding(encoding) ? new TextDecoder(encoding).encoding : 'windows-1252';
  return name === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(name).decode(bytes);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
