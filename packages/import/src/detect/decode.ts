import { counted } from '@octavo/core';
import { decodeWide, decodeWindows1252 } from '@octavo/core/read';
import { type Finding, finding } from '../model/finding.ts';
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
    findings.push(finding('encoding', severity, { path, line: 1 }, reason, note));
  const encoding = given ?? encodingOf(bytes);
  const isUnicode = encoding.startsWith('utf');
  if (given === undefined && encoding !== 'utf-8')
    tell(
      isUnicode ? 'info' : 'warning',
      `the file is read as ${encoding}`,
      isUnicode ? undefined : 'Give --encoding if letters look wrong.',
    );
  let text = decodeAs(bytes, encoding);
  const replace = (form: RegExp, by: string, say: (times: number) => string, note?: string) => {
    const times = text.match(form)?.length ?? 0;
    if (times === 0) return;
    tell('warning', say(times), note);
    text = text.replace(form, by);
  };
  replace(
    /\uFFFD/g,
    '?',
    (times) =>
      `${counted(times, 'byte or character', 'bytes or characters')} without a meaning in ${encoding} became "?"`,
    'Give --encoding if it is another one.',
  );
  replace(/\0/g, '', (times) => `${counted(times, 'NUL character was', 'NUL characters were')} left out`);
  replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    /[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g,
    ' ',
    (times) => `${counted(times, 'control character')} became ${times === 1 ? 'a space' : 'spaces'}`,
  );
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), encoding, findings };
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (isUtf32(encoding)) return decodeWide(bytes, encoding);
  const name = isEncoding(encoding) ? new TextDecoder(encoding).encoding : 'windows-1252';
  return name === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(name).decode(bytes);
}
