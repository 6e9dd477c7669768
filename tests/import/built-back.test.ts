import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtAndBack } from './built-back.ts';

interface Promised {
  readonly iri: string;
  readonly entries: readonly { readonly number: string; readonly [fact: string]: unknown }[];
}

/** Entries without some of their facts. */
function without(promised: unknown, ...facts: readonly string[]) {
  return (promised as Promised).entries.map((entry) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => !facts.includes(name))),
  );
}

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url));

test('a build gives its handbook back from any of its files', async () => {
  const { given, back, alone } = await builtAndBack(fixture('parity'));
  expect(back.size).toBe(9);
  for (const [name, promised] of back) expect(promised, name).toEqual(given);
  expect(alone.size).toBe(7);
  const ofKind = (form: RegExp) => [...alone].filter(([name]) => form.test(name)).map(([, one]) => one);
  const { entries, iri } = given as Promised;

  // Alone, an EPUB says all but topics, which are in the fingerprint.
  const [epub] = ofKind(/\.epub$/);
  expect(epub?.promised).toHaveProperty('iri', iri);
  expect(without(epub?.promised, 'about', 'fingerprint')).toEqual(without(given, 'about', 'fingerprint'));
  expect(epub?.said).toContain('an EPUB does not hold topics, index terms and the glossary');

  // Linked data says all but withdrawn entries, pictures and markup in questions.
  const [graph] = ofKind(/^parity\.jsonld$/);
  const live = entries.filter(({ status }) => status !== 'withdrawn');
  const prints = (promised: unknown) =>
    (promised as Promised).entries
      .filter(({ number }) => number !== '1' && number !== '3')
      .map(({ number, fingerprint }) => [number, fingerprint]);
  expect(without(graph?.promised, 'fingerprint')).toEqual(without({ entries: live }, 'fingerprint'));
  expect(prints(graph?.promised)).toEqual(prints({ entries: live }));

  // A page says the entries that it shows.
  const [page] = ofKind(/^entry\/[^/]+\/index\.html$/);
  expect(page?.promised).toHaveProperty('entries.length', 1);
  expect(page?.said).toContain('a page of a website does not hold');

  // A PDF holds all of it.
  const [pdf] = ofKind(/\.pdf$/);
  expect(pdf?.promised).toEqual(given);

  for (const { said } of ofKind(/^index\.html$|^entry\/[^/]+\.(?:md|jsonld)$/))
    expect(said).toMatch(/^1: [\s\S]*Import the handbook\.json/);
});
