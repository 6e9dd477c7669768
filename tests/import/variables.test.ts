import { loadHandbook, toText } from '@octavo/core';
import { importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

/** Imports a text with its values as variables: what handbook.yaml declares, the texts of the entries, what they become, and what is said. */
async function withVariables(path: string, text: string, variables = true) {
  const bytes = new TextEncoder().encode(text);
  const { files, report } = await importSource([{ path, bytes }], path, { variables });
  const written = files.map((file) => new VFile({ path: file.path, value: file.content }));
  const { handbook, files: read } = loadHandbook(written);
  expect(read.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === true))).toEqual([]);
  const yaml = String(files.find((file) => file.path === 'handbook.yaml')?.content);
  return {
    declared: /^variables:\n((?: .*\n)*)/m.exec(yaml)?.[1] ?? '',
    bodies: files.flatMap((file) =>
      /^[^/]+\/\d/.test(file.path) ? String(file.content).split('---\n\n')[1]?.trim() : [],
    ),
    shown: handbook?.chapters.flatMap(({ entries }) =>
      entries.map(({ question, answer }) => `${toText(question)} ${toText(answer)}`),
    ),
    said: report.findings.filter(({ kind }) => kind === 'variable').map(({ reason }) => reason),
    missing: report.words.missing,
  };
}

test('values that Markdown only names become variables: with the values of the source, or with their names', async () => {
  const text = `{% assign product = "Kiln *2*" %}\n\n# Help\n\n## What is {{ product }}?\n\n{{ product | upcase }} by {{site.name}}, \${support_mail}, {{< param "x.version" >}}, \`{{ code }}\`.\n\n## And {{ t("x") }} this?\n\nYes.\n`;
  expect(await withVariables('faq.md', text)).toEqual({
    declared:
      '  product: Kiln \\*2\\*\n  site-name: \\[site-name]\n  support-mail: \\[support_mail]\n  x-version: \\[x-version]\n',
    bodies: ['{{product}} by {{site-name}}, {{support-mail}}, {{x-version}}, `{{ code }}`.', 'Yes.'],
    shown: [
      'What is Kiln *2*? Kiln *2* by [site-name], [support_mail], [x-version], {{ code }}.',
      'And this? Yes.',
    ],
    said: [
      'variables with the values of the source: {{product}}',
      'variables whose values the source does not give: {{site-name}}, {{support-mail}}, {{x-version}}',
    ],
    missing: [],
  });
  expect((await withVariables('faq.md', text, false)).declared).toBe('');
});

test('values that a page names become variables; other braces are kept as code', async () => {
  const text = `<h2>Who is {{ maker }}?</h2><p>{{ #if x }} \${a} {{ b.c }}</p><h2>Why?</h2><p>So.</p>`;
  expect(await withVariables('faq.html', text)).toMatchObject({
    declared: '  maker: \\[maker]\n  a: \\[a]\n  b-c: \\[b.c]\n',
    bodies: ['`{{ #if x }}` {{a}} {{b-c}}', 'So.'],
  });
});

test('attributes of AsciiDoc become variables, which may name others; code has their values', async () => {
  const text =
    '= Kiln\n:product: Kiln Pro\n:maker: The {product} Company\n:toc: left\n\n== What is {product}?\n\nBy {maker}. Say `{product} start`.\n\n== What is it not?\n\nAn oven.\n';
  expect(await withVariables('kiln.adoc', text)).toMatchObject({
    declared: '  product: Kiln Pro\n  maker: The {{product}} Company\n',
    bodies: ['By {{maker}}. Say `Kiln Pro start`.', 'An oven.'],
    shown: ['What is Kiln Pro? By The Kiln Pro Company. Say Kiln Pro start.', 'What is it not? An oven.'],
  });
});

test('constants of MDX become variables', async () => {
  const text =
    "export const deposit = '25 €';\n\n# Boats\n\n## How much?\n\nIt is {deposit}{' '}a day, {x}.\n\n## Why?\n\nSo.\n";
  expect(await withVariables('boats.mdx', text)).toMatchObject({
    declared: '  deposit: 25 €\n  x: \\[x]\n',
    bodies: ['It is {{deposit}} a day, {{x}}.', 'So.'],
  });
});

test('documents that give one name other values have variables of their own; values that are empty or lead back are no unsound ones', async () => {
  const document = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
  const { files, report } = await importSource(
    [
      document(
        'a.md',
        `{% assign product = "Kiln A" %}{% assign none = "" %}{% assign self = "{{ self }} again" %}{% assign x = "{{ y }}" %}{% assign y = "{{ x }}" %}\n\n## What is {{ product }}?\n\nIt is{{ none }} {{ self }}, {{ x }}, {{ y }}.\n`,
      ),
      document('b.md', '{% assign product = "Kiln B" %}\n\n## Who made {{ product }}?\n\nWe did.\n'),
      document('c.md', '## Who sells {{ product }}?\n\nThey do.\n'),
    ],
    'kilns',
    { variables: true },
  );
  const { handbook, files: read } = loadHandbook(
    files.map((file) => new VFile({ path: file.path, value: file.content })),
  );
  expect(read.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === true))).toEqual([]);
  expect(
    handbook?.chapters.flatMap(({ entries }) =>
      entries.map(({ question, answer }) => `${toText(question)} ${toText(answer)}`),
    ),
  ).toEqual([
    'What is Kiln A? It is [self], [x], [y].',
    'Who made Kiln B? We did.',
    'Who sells Kiln A? They do.',
  ]);
  expect(report.findings.filter(({ kind }) => kind === 'variable').map(({ reason }) => reason)).toEqual([
    'variables with the values of the source: {{product}}, {{product-2}}',
    'documents give one name other values, so that these have names of their own: {{product-2}} for product of b.md',
    'variables whose values lead back to themselves: {{self}}, {{x}}, {{y}}',
  ]);
});
