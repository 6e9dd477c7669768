import type { VFile } from 'vfile';
import { report } from '../message/report.ts';

/** The kinds of text file that a handbook is made of. */
const TEXT = /\.(?:md|ya?ml|jsonl?|svg|css)$/i;
const OPEN = '<<<<<<<';
const CLOSE = '>>>>>>>';
const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/**
 * Refuses a file with an unfinished merge (`merge-finished`): one message, at the first mark of the conflict.
 * The evidence is the sequence `<<<<<<<`, `=======`, `>>>>>>>`, each at the beginning of a line, inside
 * fenced code too; outside fenced code, a partly removed sequence is evidence as well.
 */
export function refuseConflict(file: VFile): void {
  if (!TEXT.test(file.path) || !mayHold(file.value)) return;
  const text = typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value);
  const line = conflictLine(text);
  if (line === undefined) return;
  report(file, 'merge-finished', {
    reason: `a merge was not finished here: "${text.split('\n')[line - 1]?.slice(0, 60)}"`,
    place: { line, column: 1 },
    note: remedyFor(file.path),
  });
}

/** Approvals and releases are never edited by hand, so choosing lines is not the remedy. */
function remedyFor(path: string): string {
  if (path.startsWith('approvals/'))
    return 'Two branches approved this. Run "octavo approve --merge": it keeps the approvals of both sides.';
  const release = /^(releases\/[^/]+?)(?:\.text\.jsonl|\.json)$/.exec(path)?.[1];
  if (release !== undefined)
    return `Two branches released this version. Keep the one that is published, for example with "git checkout --ours ${release}.json ${release}.text.jsonl" (or --theirs); release what the other brought as the next edition.`;
  return 'Keep the right lines and remove those of "<<<<<<<", "=======" and ">>>>>>>". In an example, indent them by a space.';
}

function mayHold(value: VFile['value']): boolean {
  if (typeof value === 'string') return value.includes(OPEN) || value.includes(CLOSE);
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return bytes.includes(OPEN) || bytes.includes(CLOSE);
}

/** The line, from 1, at which a conflict begins; undefined when there is none. */
export function conflictLine(text: string): number | undefined {
  const marks: { readonly kind: string; readonly line: number; readonly inCode: boolean }[] = [];
  let fence = '';
  for (const [index, line] of text.split('\n').entries()) {
    const [, ticks = ''] = /^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})/.exec(line) ?? [];
    if (ticks !== '' && fence === '') fence = ticks;
    else if (ticks.startsWith(fence)) fence = '';
    if (MARK.test(line)) marks.push({ kind: line.slice(0, 1), line: index + 1, inCode: fence !== '' });
  }
  const after = (kind: string, from: number) =>
    marks.find((mark) => mark.kind === kind && mark.line > from)?.line;
  const isWhole = (line: number) => {
    const middle = after('=', line);
    return middle !== undefined && after('>', middle) !== undefined;
  };
  return marks.find(({ kind, line, inCode }) => {
    if (kind === '<') return !inCode || isWhole(line);
    return kind === '>' && !inCode && marks.some((mark) => mark.kind === '=' && mark.line < line);
  })?.line;
}
