import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { loadBack, withoutPlaces } from '../import/load-back.ts';

/** A book in which every field of the Handbook says something. */
const BOOK: Readonly<Record<string, string>> = {
  'handbook.yaml': `schemaVersion: 1
id: harbor-book
title: The Harbor Book
subtitle: With everything
description: What a handbook can say.
language: en
direction: rtl
keywords: [boats, "R&D"]
publisher: { name: The Board, url: "https://harbor.example/" }
contributors: [{ name: Ines Moller, role: editor }]
license: { name: CC0 1.0, url: "https://creativecommons.org/publicdomain/zero/1.0/" }
copyright: © 2026 The Board
identifiers: { isbn: { pdf: 978-1-234567-00-2, epub: 978-1-234567-01-9, html: 978-1-234567-02-6, print: 978-1-234567-03-3 }, doi: 10.5555/harbor }
cover: { image: assets/cover.svg, alternative: A boat }
iri: https://harbor.example/book/
numbers: { preset: rulebook, former: [{ preset: decimal }] }
volume: { first: "H-1", last: "H-9", of: 90, work: The Harbor Work, aliases: [harbor-1] }
edition: { version: "2", date: "2026-11-01", previous: "1" }
front: [preface]
back: [thanks]
parts: [{ id: afloat, title: Afloat, chapters: [moorings], requires: [where] }]
chapters: [{ id: moorings, title: Moorings, summary: How boats lie. }]
pdf: { page: 6x9in, standard: PDF/A-2a, bleed: 3, attach: false, fonts: [assets/own.ttf] }
epub: { conformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", certifiedBy: The Board, fonts: [assets/own.ttf] }
html: { theme: assets/own.css, report: "https://harbor.example/mistakes", terms: false, offline: false, cards: false, fonts: book }
typography: smart
numbered: [tables]
lists: [tables, { id: coasts, title: By coast, type: rule, inForce: false, by: coast }]
review: { required: true }
labels: { note: Nota bene }
`,
  'topics.yaml': `topics:
  - { id: safety, title: Safety, description: Of boats., exactMatch: ["http://www.wikidata.org/entity/Q10566551"] }
  - { id: fire, title: Fire, broader: safety, broadMatch: ["http://www.wikidata.org/entity/Q3196"] }
`,
  'glossary.yaml':
    'terms: [{ id: buoy, term: buoy, definition: A *float*., also: [float], entries: ["H-1"] }]\n',
  'types.yaml': `fields:
  coast:
    { title: Coast, description: Where., schema: { type: array, items: { enum: [N, W] } }, shown: badge, search: true, filter: true, index: true, approved: false, iri: "https://harbor.example/terms#coast" }
  hazard: { title: Hazard, schema: { type: string, format: taxonomy/hazards } }
  scope: { title: Scope, schema: { type: string, format: markdown } }
mixins: { where: { fields: [coast], required: [coast] } }
types: { rule: { title: Rule, description: What must be done., mixins: [where], fields: [hazard, scope], required: [hazard] } }
`,
  'taxonomies/hazards.yaml':
    'title: Hazards\ndescription: What goes wrong.\nconcepts:\n  - { id: sea, title: Sea }\n  - { id: drift, title: Drifting, description: Of boats., broader: sea, exactMatch: ["http://a.example/1"], broadMatch: ["http://a.example/2"] }\n',
  'moorings/index.md':
    'Boats lie *still*, see [](#H-1).[^1]\n\n## Where\n\n- At a [buoy](https://harbor.example/buoys).\n\n[^1]: Or drift.\n',
  'front/preface.md': '---\ntitle: Preface\n---\n\nFor all[^1] who moor.\n\n[^1]: And swim.\n',
  'back/thanks.md': '---\ntitle: Thanks\n---\n\nTo the board[^1].\n\n[^1]: Of 2025.\n',
  'moorings/H-1-buoys.md': `---
number: H-1
type: rule
question: How far *apart* do buoys lie?
topics: [safety]
related: [H-2]
index: [distance > of buoys]
search: [gap]
status: deprecated
replacedBy: H-2
revised: 2026-10-01
effective: { from: 2026-01-01, until: 2027-12-31 }
reviewBy: 2027-10-01
aliases: [old-buoys]
origin: { source: the old book, location: page 3 }
change: { significance: minor, note: Made clear. }
coast: [N, W]
hazard: drift
scope: Boats on a *buoy*, see [](#H-2)
---

Three lengths.[^1]

Table: Lengths {#lengths}

| a | b |
| - | - |
| 1 | 2 |

[^1]: Of boats.
`,
  'moorings/H-2-chains.md':
    '---\nnumber: H-2\nquestion: May chains be old?\nrelated: [H-1]\ncoast: [N]\n---\n\nNo.\n',
  'assets/cover.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"><rect width="600" height="900" fill="#246"/></svg>\n',
  'assets/own.ttf': 'the bytes of a font are not looked at here',
  'assets/own.css': 'h1 { color: #123456 }\n',
};

const FORMATS = ['json', 'md', 'docx'] as const;
type Format = (typeof FORMATS)[number];

const FILES = 'it names a file of the folder, which the document does not hold; the report says so';
const WORD = 'Word has no place for the ids and numbers of parts, and for how an answer is written';

/** What does not come back, and why; of what stands here, everything below is meant. A field that is not here comes back through every format. */
const NOT_BACK: Readonly<Record<string, Partial<Record<Format, string>>>> = {
  cover: { md: FILES, docx: FILES },
  images: { md: FILES, docx: FILES },
  'settings.pdf.fonts': { json: FILES, md: FILES, docx: FILES },
  'settings.epub.fonts': { json: FILES, md: FILES, docx: FILES },
  'settings.html.theme': { json: FILES, md: FILES, docx: FILES },
  'chapters.entries.answer': { docx: WORD },
  'chapters.entries.fingerprint': { docx: WORD },
};

/** What no book says of itself in its sources. */
const MADE: Readonly<Record<string, string>> = {
  stage: 'a preview is marked when it is built',
  errata: 'the ledger tells them',
  redline: 'only a build against an earlier edition has it',
  'chapters.entries.edits': 'only a build against an earlier edition has them',
  editions: 'the ledger tells them, and stays with the folder',
  isVersionOf: 'only a build of one of several editions has it',
  hasVersion: 'only a build of one of several editions has it',
  'chapters.entries.history': 'the ledger tells it, and stays with the folder',
  'chapters.entries.approvedBy': 'approvals stay with the folder',
  'chapters.entries.unapproved': 'approvals are not in the Handbook, and stay with the folder',
};

interface Schema {
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const SCHEMA = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../schemas/handbook-document.schema.json', import.meta.url)),
    'utf8',
  ),
) as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

/** The fields of the Handbook, as its schema has them: prose, places and grammars are fields as a whole. */
function fieldsOf(schema: Schema, above: string): readonly string[] {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined && !['chapter', 'entry', 'page'].includes(name)) return [above];
  const known = (name === undefined ? schema : SCHEMA.$defs[name]) ?? {};
  if (known.items) return fieldsOf(known.items, above);
  const below = Object.entries(known.properties ?? {}).filter(([key]) => key !== 'source');
  return below.length === 0
    ? [above]
    : below.flatMap(([key, one]) => fieldsOf(one, above === '' ? key : `${above}.${key}`));
}

/** What a handbook says in a field, of each thing that has it. */
function saidIn(value: unknown, [key, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => saidIn(one, [key ?? '', ...rest]));
  const said = (value as Readonly<Record<string, unknown>> | undefined)?.[key ?? ''];
  return rest.length > 0 ? saidIn(said, rest) : [said];
}

function standsIn(table: Readonly<Record<string, unknown>>, field: string): string | undefined {
  return Object.keys(table).find((key) => field === key || field.startsWith(`${key}.`));
}

test('every field of a handbook comes back through each of our own documents, or is known not to', async () => {
  const place = await temporaryFolder();
  for (const [path, text] of Object.entries(BOOK)) {
    mkdirSync(dirname(join(place, 'book', path)), { recursive: true });
    writeFileSync(join(place, 'book', path), text);
  }
  const given = await loadBack(join(place, 'book'));
  if (!given) throw new Error((await runOctavo(['check', 'book'], place)).stderr);
  const fields = fieldsOf(SCHEMA, '');
  const silent = fields.filter((field) => {
    const said = saidIn(given, field.split('.')).flat();
    return said.every((one) => one === undefined);
  });
  expect(silent.filter((field) => standsIn(MADE, field) === undefined)).toEqual([]);
  // A release says what became of each entry, and its import is held to the same.
  for (const { entries } of given.chapters)
    for (const entry of entries)
      Object.assign(entry, { history: { events: [{ version: '1', date: '2025-01-01', kind: 'added' }] } });
  // Pictures lie beside it, as they do in a build.
  writeFileSync(join(place, 'book', 'sent.json'), JSON.stringify(given));
  for (const format of FORMATS) {
    const run = async (...argv: string[]) => {
      const { code, stderr } = await runOctavo(argv, place);
      expect(code, stderr).toBe(0);
    };
    const sent = format === 'json' ? 'book/sent.json' : `sent.${format}`;
    if (format !== 'json') await run('export', 'book', '--drafts', '--out', sent);
    await run('import', sent, '--out', `back-${format}`, '--quiet');
    const back = await loadBack(join(place, `back-${format}`));
    if (!back) throw new Error((await runOctavo(['check', `back-${format}`], place)).stderr);
    const differs = fields.filter((field) => {
      const [before, after] = [given, back].map((book) => withoutPlaces(saidIn(book, field.split('.'))));
      return JSON.stringify(before) !== JSON.stringify(after);
    });
    const isExpected = (field: string) =>
      standsIn(MADE, field) !== undefined ||
      NOT_BACK[standsIn(NOT_BACK, field) ?? '']?.[format] !== undefined;
    expect(
      differs.filter((field) => !isExpected(field)),
      format,
    ).toEqual([]);
  }
});
