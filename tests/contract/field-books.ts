/** The books with types and fields of their own, by the names that tests give them: between them they have every kind. */
export const FIELD_BOOKS = {
  rules: 'tests/fixtures/rulebook',
  guideline: 'tests/fixtures/guideline',
  'help-center': 'tests/fixtures/help-center',
} as const;
