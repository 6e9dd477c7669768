import {
  CONFIGURABLE_RULES,
  RULE_IDS,
  type RuleId,
  type Severity,
  severityOf,
} from '../message/catalogue.ts';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import type { YamlSource } from '../read/read-yaml.ts';

/** The severity of every rule under the `rules` of handbook.yaml; reports a rule that is unknown or not to be set. */
export function severitiesOf(book: YamlSource<HandbookSource>): (ruleId: RuleId) => Severity {
  const chosen = new Map<RuleId, Severity>();
  const style: readonly string[] = CONFIGURABLE_RULES;
  const all: readonly string[] = RULE_IDS;
  for (const [id, severity] of Object.entries(book.data.rules ?? {})) {
    if (style.includes(id)) {
      chosen.set(id as RuleId, severity);
      continue;
    }
    report(book.file, 'rule-known', {
      reason: all.includes(id)
        ? `the severity of "${id}" cannot be changed`
        : `there is no rule "${id}"${didYouMean(id, style, (found) => `"${found}"`)}`,
      place: book.yaml.locateKey(['rules', id]),
      expected: style,
    });
  }
  return (ruleId) => chosen.get(ruleId) ?? severityOf(ruleId);
}
