import rules from './catalogue.json' with { type: 'json' };
import type { RuleId } from './rule-id.generated.ts';

/** A rule's id, named for the good state. */
export type { RuleId };

/**
 * What a rule is about. `structural` rules and those of the `history` (what an edition owes to earlier
 * releases) are always errors. `advisory` ones only warn: the book is complete without what they ask for.
 * `style` rules are a warning and `strict style` rules an error, unless handbook.yaml sets another severity
 * under `rules`.
 */
export type RuleKind = 'structural' | 'history' | 'advisory' | 'style' | 'strict style';

const KINDS = new Map<string, string>(Object.entries(rules));

/** Every rule's id. */
export const RULE_IDS = [...KINDS.keys()] as readonly RuleId[];

/** The rules whose severity handbook.yaml may set. */
export const CONFIGURABLE_RULES: readonly RuleId[] = RULE_IDS.filter((id) => rules[id].endsWith('style'));

/** Returns the kind of a rule; undefined for one of a format. */
export function kindOf(ruleId: string): RuleKind | undefined {
  return KINDS.get(ruleId) as RuleKind | undefined;
}

/** Whether a rule is one of the handbook's own, and not of a format. */
export function isRule(ruleId: string): ruleId is RuleId {
  return KINDS.has(ruleId);
}

/** Returns the severity of a rule when handbook.yaml sets none. */
export function severityOf(ruleId: string): Exclude<Severity, 'off'> {
  const kind = kindOf(ruleId);
  return kind === 'advisory' || kind === 'style' ? 'warning' : 'error';
}

/** The page that explains a rule. */
export function ruleUrl(ruleId: RuleId): string {
  return `https://octavo.dev/rules/${ruleId}`;
}

export type Severity = 'error' | 'warning' | 'off';
