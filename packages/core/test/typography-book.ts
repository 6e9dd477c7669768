import { VFile } from 'vfile';
import { type Handbook, loadHandbook } from '../src/index.ts';

/** A handbook with straight marks in every kind of text; `extra` is YAML of its manifest. */
export function handbookOf(extra: string): Handbook {
  const file = (path: string, value: string) => new VFile({ path, value: new TextEncoder().encode(value) });
  const files = [
    file(
      'handbook.yaml',
      `schemaVersion: 1
id: smart
title: Cook's "book"
language: en
iri: https://example.org/smart/
edition: { version: "1", date: 2026-03-04 }
chapters: [{ id: one, title: Cook's "book" }]
${extra}
`,
    ),
    file('glossary.yaml', `terms: [{ id: term-t, term: "Term", definition: 'It''s a "term".' }]\n`),
    file(
      'one/1-a.md',
      `---
number: 1
question: What's "new"?
index: [cook's knife]
search: [it's]
---

"**Bold**" and "\`code\`": \`it's code\` <kbd>Ctrl+'</kbd> $f'(x)$ https://x.example/a'b and more.[^1]

- "Bold" and "code"

\`\`\`js
x = "a" -- 'b'
\`\`\`

[^1]: The note's "end".
`,
    ),
  ];
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return handbook;
}
