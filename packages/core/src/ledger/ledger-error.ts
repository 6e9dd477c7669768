import { VFileMessage } from 'vfile-message';
import { type RuleId, ruleUrl } from '../rules/catalogue.ts';

/** What a rule about the ledger has found wrong: an error at a place of the source, or at a whole file. */
export function ledgerError(
  rule: RuleId,
  { path, line, column }: { readonly path: string; readonly line?: number; readonly column?: number },
  reason: string,
  note?: string,
): VFileMessage {
  const place = line === undefined ? {} : { place: { line, column: column ?? 1 } };
  const message = new VFileMessage(reason, { ruleId: rule, source: 'octavo', ...place });
  message.file = path;
  message.fatal = true;
  message.url = ruleUrl(rule);
  if (note !== undefined) message.note = note;
  return message;
}
