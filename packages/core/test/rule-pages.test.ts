import { readdirSync, readFileSync } from 'node:fs';
import { RULE_IDS } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import { kindOf, type RuleKind } from '../src/message/catalogue.ts';
import { ALL_RULES } from '../src/rules/all-rules.generated.ts';

const FOLDER = new URL('../docs/rules/', import.meta.url);
const page = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const index = page('README.md');

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  expect(pages.toSorted()).toEqual(RULE_IDS.toSorted());
});

test('every rule over the whole book is in the catalogue', () => {
  for (const id of Object.keys(ALL_RULES)) expect(RULE_IDS).toContain(id);
});

const HEADINGS: Readonly<Record<RuleKind, string>> = {
  structural: 'Structural rules',
  history: 'Rules of history',
  advisory: 'Advisory rules',
  style: 'Style rules',
  'strict style': 'Strict style rules',
};

describe.each(RULE_IDS)('%s', (id) => {
  test('its page has the same headings as every other, in order, each with words below it', () => {
    const text = page(`${id}.md`);
    const sections = text.split(/^#+ (?=What it asks$|Why$|Wrong$|Right$|How to mend$|Severity$)/m);
    expect(sections.map((section) => section.split('\n', 1)[0]?.replace('# ', ''))).toEqual([
      id,
      'What it asks',
      'Why',
      'Wrong',
      'Right',
      'How to mend',
      'Severity',
    ]);
    for (const section of sections.slice(1))
      expect(section.split('\n').slice(1).join('').trim().length).toBeGreaterThan(3);
  });

  test('its page and the index tell its severity', () => {
    const text = page(`${id}.md`);
    const kind = kindOf(id) as RuleKind;
    const warns = kind === 'advisory' || kind === 'style';
    expect(text.includes('## Severity\n\nError')).toBe(!warns);
    expect(text.includes('## Severity\n\nWarning')).toBe(warns);
    expect(text.includes('unless `rules:`')).toBe(kind.endsWith('style'));
    const heading = index
      .slice(0, index.indexOf(`[${id}](`))
      .split('\n## ')
      .at(-1)
      ?.split('\n', 1)[0];
    expect(heading).toBe(HEADINGS[kind]);
  });
});
