import { type Handbook, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';

const SOURCES: Readonly<Record<string, string>> = {
  'handbook.yaml': `schemaVersion: 1
id: x
title: X
language: en
iri: https://example.org/x/
edition: { version: "1", date: 2026-01-02 }
chapters: [{ id: one, title: One }]
`,
  'one/1-what.md': '---\nnumber: 1\nquestion: What?\n---\n\nThis.\n',
};

const loaded = loadHandbook(
  Object.entries(SOURCES).map(([path, value]) => new VFile({ path, value: Buffer.from(value) })),
).handbook;
if (!loaded) throw new Error('the handbook of the tests has errors');

/** A handbook of one entry. */
export const SMALL: Handbook = loaded;
