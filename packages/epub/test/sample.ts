import { type Handbook, loadHandbook, type SchemaTools } from '@octavo/core';
import { VFile } from 'vfile';

/** A small handbook with one of most things, as a folder would have it. */
const SOURCES: Readonly<Record<string, string>> = {
  'handbook.yaml': `schemaVersion: 1
id: sample
title: Sample & Co
subtitle: A book of <few> answers
language: en
publisher: { name: Small Press, url: "https://example.org/" }
contributors:
  - { name: Ada Writer }
  - { name: Ed Hand, role: editor }
license: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
iri: https://example.org/sample/
volume: { first: "1", last: "20", of: 100 }
edition: { version: "1.0", date: 2026-11-22 }
front: [preface]
chapters:
  - { id: first, title: The first chapter, summary: What comes first. }
  - { id: second, title: The second chapter }
`,
  'glossary.yaml': `terms:
  - { term: salt, definition: "What makes *everything* taste.", also: [NaCl], entries: ["1"] }
`,
  'front/preface.md': `---
title: Preface
---

Before the first question.[^p]

[^p]: A note to the preface.
`,
  'first/1-first-question.md': `---
number: 1
question: What comes first?
aliases: [old-name, "900"]
related: ["2"]
index: [salt, "salt > sea"]
---

A paragraph with a note.[^a] And the note again.[^a] See [the second](#2) and [](#11).

[^a]: The note, with a [link](<https://example.org/a b>).

The second paragraph 𝒜 has a letter beyond the first plane, and goes on for a while.

\`\`\`js
const first = 1;
const second = 2;
\`\`\`
`,
  'first/2-second-question.md': `---
number: 2
question: What is \`a < b\` && "c"?
related: ["1"]
---

| Name | Value |
| ---- | ----: |
| one  |     1 |
| two  |     2 |

Math: $a^2$ and

$$
\\sum_{i=1}^n i
$$

- one
- two
  - three

:::note
Take care.
:::

A word in :span[日本語]{lang=ja}.
`,
  'first/3-old-question.md': `---
number: 3
question: What was withdrawn?
status: withdrawn
replacedBy: "1"
---

It was wrong.
`,
  'second/11-eleven.md': `---
number: 11
question: Is this deprecated?
status: deprecated
replacedBy: "2"
---

Yes.
`,
  'second/12-draft.md': `---
number: 12
question: Is this a draft?
status: draft
---

Not yet.
`,
};

/** Loads the sample, with some of its files replaced or added; fails on a fault of the source. */
export function sampleHandbook(changes: Readonly<Record<string, string | Uint8Array>> = {}): Handbook {
  return loadFiles({ ...SOURCES, ...changes });
}

/** Loads a handbook from paths and contents, frozen all the way down. */
export function loadFiles(
  sources: Readonly<Record<string, string | Uint8Array>>,
  tools?: SchemaTools,
): Handbook {
  const files = Object.entries(sources).map(
    ([path, value]) =>
      new VFile({ path, value: typeof value === 'string' ? new TextEncoder().encode(value) : value }),
  );
  const loaded = loadHandbook(files, { drafts: true, tools });
  if (!loaded.handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  return deepFreeze(loaded.handbook);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
