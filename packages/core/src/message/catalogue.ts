/** Structural rules: always errors. */
export const STRUCTURAL_RULES = [
  'text-is-utf-8',
  'text-has-no-nul',
  'merge-finished',
  'yaml-well-formed',
  'front-matter-present',
  'schema-valid',
  'schema-version-known',
  'handbook-present',
  'inventory-present',
  'inventory-valid',
  'rule-known',
  'date-exists',
  'numbers-sound',
  'number-fits',
  'number-unique',
  'number-order',
  'clause-unique',
  'clause-moved',
  'anchor-unique',
  'numbered-complete',
  'id-unique',
  'id-well-formed',
  'alias-free',
  'reference-resolves',
  'topic-known',
  'topic-unique',
  'types-sound',
  'field-resolves',
  'chapter-known',
  'chapter-unique',
  'part-covers',
  'page-present',
  'replaced-by-resolves',
  'glossary-entry-resolves',
  'term-unique',
  'volume-matches',
  'number-in-one-volume',
  'isbn-valid',
  'isbn-unique',
  'image-inside-handbook',
  'image-readable',
  'file-inside-handbook',
  'file-present',
  'file-readable',
  'link-scheme-allowed',
  'link-not-nested',
  'no-raw-html',
  'footnote-resolves',
  'math-parses',
  'nesting-bounded',
  'answer-not-empty',
  'question-is-plain',
  'approval-valid',
] as const;

/** Rules about what an edition owes to earlier releases: always errors. */
export const HISTORY_RULES = [
  'ledger-valid',
  'ledger-one-line',
  'ledger-of-this-handbook',
  'ledger-in-order',
  'ledger-pages-unique',
  'number-kept',
  'number-keeps-its-question',
  'clause-kept',
  'anchor-kept',
  'isbn-keeps-its-format',
  'release-version-matches',
  'release-later',
  'release-follows',
  'release-unchanged',
  'work-tree-clean',
  'history-complete',
  'formats-agree',
  'release-recorded',
] as const;

/** Structural rules that only warn: the book is complete without what they ask for. */
export const ADVISORY_RULES = [
  'file-known',
  'value-whole',
  'labels-known',
  'chapter-has-entries',
  'footnote-used',
  'image-sound',
] as const;

/** Style rules: a warning, unless handbook.yaml sets another severity under `rules`. */
export const STYLE_RULES = [
  'file-name-matches',
  'question-asks',
  'heading-depth',
  'table-has-header',
  'code-has-language',
  'directive-known',
  'text-is-normalised',
  'link-text-says-something',
  'related-both-ways',
  'reference-current',
  'review-not-overdue',
  'revised-in-time',
  'entry-approved',
  'isbn-new-edition',
] as const;

/** Style rules that are errors unless handbook.yaml sets another severity. */
export const STRICT_STYLE_RULES = ['image-has-alternative', 'clause-order'] as const;

/** Every rule by its id, named for the good state. */
export type RuleId =
  | (typeof STRUCTURAL_RULES)[number]
  | (typeof HISTORY_RULES)[number]
  | (typeof ADVISORY_RULES)[number]
  | (typeof STYLE_RULES)[number]
  | (typeof STRICT_STYLE_RULES)[number];

const WARNINGS: ReadonlySet<string> = new Set([...ADVISORY_RULES, ...STYLE_RULES]);

/** Every rule's id. */
export const RULE_IDS: readonly RuleId[] = [
  ...STRUCTURAL_RULES,
  ...HISTORY_RULES,
  ...ADVISORY_RULES,
  ...STYLE_RULES,
  ...STRICT_STYLE_RULES,
];

/** The rules whose severity handbook.yaml may set. */
export const CONFIGURABLE_RULES: readonly RuleId[] = [...STYLE_RULES, ...STRICT_STYLE_RULES];

const RULES: ReadonlySet<string> = new Set(RULE_IDS);

/** Whether a rule is one of the handbook's own, and not of a format. */
export function isRule(ruleId: string): ruleId is RuleId {
  return RULES.has(ruleId);
}

/** Returns the severity of a rule when handbook.yaml sets none. */
export function severityOf(ruleId: string): Exclude<Severity, 'off'> {
  return WARNINGS.has(ruleId) ? 'warning' : 'error';
}

/** The page that explains a rule. */
export function ruleUrl(ruleId: RuleId): string {
  return `https://octavo.dev/rules/${ruleId}`;
}

export type Severity = 'error' | 'warning' | 'off';
