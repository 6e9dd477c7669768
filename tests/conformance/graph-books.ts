import { FIELD_BOOKS } from '../contract/field-books.ts';

/** The books whose linked data foreign programs read: every kind of node, and numbers of more than one grammar. */
export const GRAPH_BOOKS: readonly string[] = [
  'content/coremodels-faq',
  'tests/fixtures/kitchen-sink',
  'tests/fixtures/clauses',
  'tests/fixtures/numbers/rulebook/first',
  'tests/fixtures/numbered',
  ...Object.values(FIELD_BOOKS),
];
