import { readFileSync } from 'node:fs';
import { asPreview, type Handbook, loadHandbook } from '@octavo/core';
import { redlined } from '@octavo/core/ledger';
import { VFile } from 'vfile';
import type { Book } from './load-book.ts';

const ICON = new URL('../fixtures/kitchen-sink/assets/icon.png', import.meta.url);

/** What the earlier edition says, and what the newer one says in its place. */
const REWORDED: readonly (readonly [string, string])[] = [
  ['الشمالي؟', 'الجديد؟'],
  ['12 كرونة', '14 كرونة'],
  ['على الرصيف فقط', 'على الرصيف وعلى متن العبّارة وبالهاتف'],
  ['لا يُسمح بالدراجات الكبيرة في أيام العطل.', 'تسافر الدراجات بلا تذكرة، بشرط أن تُربط إلى الحاجز.'],
  ['2. انتظر على الرصيف.', '2. اعرض التذكرة على الموظف.'],
  ['| الجنود | 6 |', '| الطلاب | 7 |'],
  ['const fare = 12;', 'const fare = 14;'],
  ['المرفأ القديم', 'المرفأ الجديد'],
  ['السادسة', 'السابعة'],
  ['https://ferry.example/old', 'https://ferry.example/new'],
];

const FIRST = `---
number: 1
question: متى تغادر العبّارة الرصيف الشمالي؟
---

تغادر العبّارة الرصيف في تمام كل ساعة، انظر [الجدول](https://ferry.example/old). ثمن التذكرة 12 كرونة، ويمكن شراؤها على الرصيف فقط.[^a]

لا يُسمح بالدراجات الكبيرة في أيام العطل.

1. اشترِ تذكرة.
2. انتظر على الرصيف.
3. اصعد بهدوء.

Table: أسعار التذاكر

| المسافر | الثمن |
| --- | --- |
| الجنود | 6 |
| الكلاب | 0 |

\`\`\`js title="fare.js"
const fare = 12;
sail(fare);
\`\`\`

![أيقونة](../assets/icon.png "صورة المرفأ القديم")

[^a]: الأطفال دون السادسة يسافرون بلا ثمن.
`;

const NEW = '---\nnumber: 2\nquestion: هل تسافر القطط؟\n---\n\nنعم، انظر [السؤال الأول](#1).\n';

function edition(version: string, entries: readonly string[], icon: Uint8Array): Handbook {
  const file = (path: string, value: string | Uint8Array) =>
    new VFile({ path, value: typeof value === 'string' ? new TextEncoder().encode(value) : value });
  const files = [
    file(
      'handbook.yaml',
      `schemaVersion: 1
id: ferry
title: دليل العبّارة
language: ar
iri: https://ferry.example/
publisher: { name: دار النشر }
edition: { version: "${version}", date: "2026-0${version}-01" }
chapters: [{ id: c1, title: الرحلات والتذاكر }]
`,
    ),
    ...entries.map((text, at) => file(`c1/${at + 1}-${at === 0 ? 'ferry' : 'cats'}.md`, text)),
    file('assets/icon.png', icon),
  ];
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return handbook;
}

/** An Arabic book of two entries, one new and one reworded in every kind of block, marked against its first edition. */
export function redlinedArabic(): Book {
  const icon = new Uint8Array(readFileSync(ICON));
  const now = REWORDED.reduce((text, [was, is]) => text.replace(was, is), FIRST);
  const marked = redlined(edition('1', [FIRST], icon), edition('2', [now, NEW], icon));
  return { handbook: asPreview(marked), assets: new Map([['assets/icon.png', icon]]) };
}
