/**
 * The terms that are read, under the names that the vocabularies define, so that a context with another
 * mapping is noticed.
 */
export const TERMS = {
  question: 'http://schema.org/Question',
  chapter: 'http://schema.org/Chapter',
  book: 'http://schema.org/Book',
  name: 'http://schema.org/name',
  position: 'http://schema.org/position',
  identifier: 'http://schema.org/identifier',
  acceptedAnswer: 'http://schema.org/acceptedAnswer',
  text: 'http://schema.org/text',
  html: 'https://octavo.dev/ns#html',
  citation: 'http://schema.org/citation',
  inLanguage: 'http://schema.org/inLanguage',
  description: 'http://schema.org/description',
  numberedPart: 'https://octavo.dev/ns#NumberedPart',
  isPartOf: 'http://schema.org/isPartOf',
  hasPart: 'http://schema.org/hasPart',
  version: 'http://schema.org/version',
  status: 'http://schema.org/creativeWorkStatus',
  related: 'http://www.w3.org/2004/02/skos/core#related',
  fingerprint: 'https://octavo.dev/ns#fingerprint',
  tombstone: 'https://www.w3.org/ns/activitystreams#Tombstone',
  summary: 'https://www.w3.org/ns/activitystreams#summary',
  replacedBy: 'http://purl.org/dc/terms/isReplacedBy',
} as const;
