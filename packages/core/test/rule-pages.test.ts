import { readdirSync, readFileSync } from 'node:fs';
import { RULE_IDS } from '@octavo/core';
import { describe, expect, test } from 'vitest';
import {
  ADVISORY_RULES,
  HISTORY_RULES,
  STRICT_STYLE_RULES,
  STRUCTURAL_RULES,
  STYLE_RULES,
} from '../src/message/catalogue.ts';
import { ALL_RULES } from '../src/rules/all-rules.ts';

const FOLDER = new URL('../docs/rules/', import.meta.url);
const page = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const index = page('README.md');

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((name) => name.replace(/\.md$/, ''));
  expect(pages.toSorted()).toEqual(RULE_IDS.toSorted());
});

test('no two rules have one id, and every rule over the whole book is in the catalogue', () => {
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  for (const id of Object.keys(ALL_RULES)) expect(RULE_IDS).toContain(id);
});

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
    const included = (rules: readonly string[]) => rules.includes(id);
    expect(text.includes('## Severity\n\nError')).toBe(
      included(STRUCTURAL_RULES) || included(HISTORY_RULES) || included(STRICT_STYLE_RULES),
    );
    expect(text.includes('## Severity\n\nWarning')).toBe(included(ADVISORY_RULES) || included(STYLE_RULES));
    expect(text.includes('unless `rules:`')).toBe(included(STYLE_RULES) || included(STRICT_STYLE_RULES));
    const heading = index
      .slice(0, index.indexOf(`[${id}](`))
      .split('\n## ')
      .at(-1)
      ?.split('\n', 1)[0];
    expect(heading).toBe(
      included(STRUCTURAL_RULES)
        ? 'Structural rules'
        : included(HISTORY_RULES)
          ? 'Rules of history'
          : included(ADVISORY_RULES)
            ? 'Advisory rules'
            : included(STYLE_RULES)
              ? 'Style rules'
              : 'Strict style rules',
    );
  });
});
