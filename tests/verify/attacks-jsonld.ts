import { type Attack, textAttacks } from './attack.ts';

/** What can be done to the graph and its feed. */
export const JSONLD_ATTACKS: readonly Attack[] = textAttacks([
  ['release.jsonld', '"releaseVersion": "1.0"', '"releaseVersion": "1.1"'],
  ['release.jsonld', /"checksumValue": "[0-9a-f]{8}/, '"checksumValue": "00000000'],
  ['release.jsonld', /"stateHash": "[0-9a-f]{8}/, '"stateHash": "00000000'],
  ['release.jsonld', '"stage": "preview"', '"stage": "release"'],
  ['feed/index.jsonld', /"sha256": "[0-9a-f]{8}/, '"sha256": "00000000'],
  ['feed/index.jsonld', '"releaseVersion": "1.0"', '"releaseVersion": "1.2"'],
  ['feed/index.jsonld', /"stateHash": "[0-9a-f]{8}/, '"stateHash": "00000000'],
  ['feed/1.0/0001.jsonld', 'In a drawer, once.', 'In a drawer, twice.'],
  ['feed/1.0/0001.jsonld', '2026-03-04T00:00:00Z', '2026-05-04T00:00:00Z'],
  ['glossary.jsonld', 'The same in every format.', 'The same in no format.'],
  ['topics.jsonld', '"Reading"', '"Writing"'],
  ['topic/reading.jsonld', '/entry/2"', '/entry/4"'],
  ['handbook.jsonld', '"The Press"', '"Another Press"'],
  ['handbook.jsonld', '"bookEdition": "1.0"', '"bookEdition": "3.0"'],
  ['handbook.jsonld', 'https://example.org/parity/page/thanks', 'https://example.org/parity/page/thank'],
  ['page/preface.jsonld', 'has read it back', 'has lost it'],
  ['entry/6A.jsonld', 'Whoever publishes', 'Nobody publishes'],
  ['entry/6A.jsonld', '<p>Whoever', '<p onclick=\\"x()\\">Whoever'],
  ['entry/90.jsonld', 'entry/1"', 'entry/2"'],
  ['chapter/second.jsonld', '"Places and times"', '"Places"'],
  ['parity.nq', 'In a drawer, once.', 'In a drawer.'],
]);
