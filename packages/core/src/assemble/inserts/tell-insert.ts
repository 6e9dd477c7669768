import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type RuleId, type Severity, severityOf } from '../../message/catalogue.ts';
import { type FilePlace, type Finding, makeMessage } from '../../message/make-message.ts';

/** Where what a message is about is put in, and the note that it has besides. */
interface Uses {
  readonly note: string | undefined;
  readonly places: string[];
}

const known = new WeakMap<VFileMessage, Uses>();

/** So many places are named. */
const MOST = 3;

/**
 * Reports what is wrong with a text that other files put in: once, where it is written, and with the places that
 * put it in.
 */
export function tellInsert(
  file: VFile,
  { path, line = 1, column = 1 }: FilePlace,
  ruleId: RuleId,
  finding: Finding,
  severity: Severity = severityOf(ruleId),
): void {
  if (severity === 'off') return;
  const made = makeMessage(ruleId, { ...finding, at: { path: file.path, line: 1, column: 1 }, severity });
  const before = file.messages.find(
    (one) =>
      one.ruleId === ruleId &&
      one.reason === made.reason &&
      one.line === made.line &&
      one.column === made.column,
  );
  const message = before ?? made;
  const uses = known.get(message) ?? { note: made.note, places: [] };
  const place = `${path}:${line}:${column}`;
  if (!uses.places.includes(place)) uses.places.push(place);
  known.set(message, uses);
  const named = [...uses.places].sort().slice(0, MOST).join(', ');
  const more = uses.places.length > MOST ? ` and ${uses.places.length - MOST} more places` : '';
  message.note = [uses.note, `It is put in at ${named}${more}.`].filter(Boolean).join(' ');
  if (before) return;
  message.name = `${file.path}:${message.name}`;
  file.messages.push(message);
}
