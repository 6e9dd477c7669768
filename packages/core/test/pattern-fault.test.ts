import { checkSync } from 'recheck/lib/browser.js';
import { describe, expect, test } from 'vitest';
import { patternFault } from '../src/own-fields/pattern-fault.ts';

const faultOf = (pattern: string) => patternFault(pattern, checkSync);

describe('a pattern that may be used', () => {
  test.each([
    '^[A-Z]{2}-\\d{4}$',
    '^[A-Z]{2}-\\d{4}(?:[a-z]{2}){0,3}$',
    '^([0-9]{2}){1,4}$',
    '^\\p{Lu}[\\p{L}\\p{M}]{1,30}(?: \\p{L}{1,30}){0,5}$',
    '^\\S([^\\r\\n]*\\S)?$',
    '^-?\\d+(?:\\.\\d{1,2})?$',
    '^https?://[a-z0-9.-]+(?:/[^\\s?#]*)?(?:\\?[^\\s#]*)?(?:#\\S*)?$',
    '^(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)$',
    '^\\u{10}\\p{Lu}{3}[{}2]{2}$',
    '^(?<year>\\d{4})-(?<month>\\d\\d)$',
    '^[a-z]+(?:-[a-z]+)*$',
    '',
  ])('%s', (pattern) => {
    expect(faultOf(pattern)).toBeUndefined();
  });
});

describe('a pattern that may take too long, or is none', () => {
  test.each([
    ['^(a+)+$', 'exponential'],
    ['^(a|aa)+$', 'exponential'],
    ['(.*)*x', 'exponential'],
    ['^(\\w+\\s?)*$', 'exponential'],
    ['^(a|a){30}b$', 'exponential'],
    ['^(a{1,2}){30}b$', 'exponential'],
    ['^((a|a){6}b){6}$', 'exponential'],
    ['^(.*)(.*)(.*)(.*)x$', 'degree 4'],
    ['^(?:\\d+,?){1,40}$', 'exponential'],
    ['^(a?){40}a{40}$', 'degree'],
    [`^${'a?'.repeat(40)}a{40}$`, 'degree'],
    [`^${'a{0,1}'.repeat(25)}a{25}$`, 'degree'],
    ['^(?=.*a)(?=.*b).*$', 'look-ahead'],
    ['(a', 'parsing failure'],
    ['a'.repeat(201), 'longer than 200 characters'],
  ])('%s', (pattern, reason) => {
    expect(faultOf(pattern)).toContain(reason);
  });
});
