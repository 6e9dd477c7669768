import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALWAYS, SOMETIMES } from '../src/not-looked-at.ts';

test('the documentation says what is not looked at, as every report does', () => {
  const page = readFileSync(new URL('../docs/subjects.md', import.meta.url), 'utf8');
  const part = page.slice(page.indexOf('## What is not looked at'));
  const lines = [...part.matchAll(/^- (.+?): (.+)$/gm)].map(([, place, what]) => `${place}: ${what}`);
  const wanted = [
    ...Object.entries(ALWAYS).flatMap(([place, list]) => list.map((what) => `\`${place}\`: ${what}`)),
    `a format that is not Octavo’s, without its own reader: ${SOMETIMES.unread}`,
    `\`tree\`, when another version of Octavo made it: ${SOMETIMES.unshipped}`,
    `\`pdf\`, without the site: ${SOMETIMES.withoutSite}`,
  ];
  expect(lines).toEqual(wanted);
});
