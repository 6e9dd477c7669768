import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { book } from './book.ts';
import { elements, opened, textOf, withTag } from './opened.ts';

const ATTACK = `</script></title><img src=x onerror=alert(1)><svg onload=alert(1)> \${x} {{y}} &lt;b&gt; "'`;
const yaml = (text: string): string => JSON.stringify(text);

const handbook = book(
  {
    'handbook.yaml': `schemaVersion: 1
id: hostile
title: ${yaml(ATTACK)}
subtitle: ${yaml(ATTACK)}
description: ${yaml(ATTACK)}
language: en
iri: https://example.org/h/
copyright: ${yaml(ATTACK)}
publisher: { name: ${yaml(ATTACK)} }
license: { name: ${yaml(ATTACK)} }
contributors: [{ name: ${yaml(ATTACK)}, role: ${yaml(ATTACK)} }]
edition: { version: "1", date: 2026-05-04 }
chapters: [{ id: one, title: ${yaml(ATTACK)}, summary: ${yaml(ATTACK)} }]
`,
    'topics.yaml': `topics: [{ id: risk, title: ${yaml(ATTACK)}, description: ${yaml(ATTACK)} }]`,
    'glossary.yaml': `terms: [{ term: ${yaml(ATTACK)}, definition: "Plain.", also: [${yaml(ATTACK)}], entries: ["1"] }]`,
    'one/1-attack.md': `---
number: 1
question: ${yaml('Is `</script><script>alert(1)</script>` text?')}
topics: [risk]
index: [${yaml(ATTACK)}]
---

Yes: \`</script><script>alert(2)</script>\` and \`\${document.cookie}\` are.

\`\`\`html
</pre><script>alert(3)</script>
\`\`\`
`,
  },
  '',
);

describe('hostile text', async () => {
  const value = { '@type': 'FAQPage', name: `${ATTACK}\u2028\u2029<!--<script>` };
  const compiled = await compile(handbook, {
    structuredData: new Map([
      ['entry/1', value],
      ['one', value],
    ]),
  });
  const site = opened(compiled);

  it('shows as text on every page', () => {
    for (const [path, page] of site.pages) {
      for (const element of elements(page)) {
        expect(
          Object.keys(element.properties).filter((name) => /^on/i.test(name)),
          path,
        ).toEqual([]);
        expect(['svg', 'img'].includes(element.tagName), path).toBe(false);
        if (element.tagName === 'script') {
          const own = /static\/\w+\.js$/.test(String(element.properties.src));
          expect(own || element.properties.type === 'application/ld+json', path).toBe(true);
        }
      }
    }
    const cover = site.pages.get('index.html');
    expect(cover && withTag(cover, 'h1').map(textOf)).toEqual([ATTACK]);
    expect(cover && withTag(cover, 'title').map(textOf)).toEqual([ATTACK]);
  });

  it('stays data in the JSON-LD block', () => {
    for (const path of ['entry/1/index.html', 'one/index.html']) {
      const page = site.pages.get(path);
      const block =
        page && withTag(page, 'script').find((script) => script.properties.type === 'application/ld+json');
      expect(block && JSON.parse(textOf(block))).toEqual(value);
    }
    expect(site.text('index.html')).not.toContain('application/ld+json');
  });

  it('stays data in the search index', () => {
    const calls: unknown[] = [];
    runInNewContext(site.text('static/search/one.js'), {
      octavoSearchPart: (...given: unknown[]) => calls.push(given),
    });
    expect(JSON.stringify(calls)).toContain('script>alert(1)');
    expect(calls).toHaveLength(1);
  });

  it('stays text in the feeds and the Markdown', () => {
    expect(site.text('feed.xml')).not.toContain('<img');
    expect(JSON.parse(site.text('feed.json')).title).toBe(ATTACK);
    expect(site.text('entry/1.md')).toContain('`</script><script>alert(2)</script>`');
    expect(site.text('llms.txt')).not.toMatch(/^# <\/script>/m);
  });

  it('makes no link of an active address, even in a handbook that was never validated', async () => {
    const [chapter] = handbook.chapters;
    const [entry] = chapter?.entries ?? [];
    if (!chapter || !entry) throw new Error('no entry');
    const urls = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'file:///etc/passwd',
    ];
    const links = urls.map(
      (url) => ({ type: 'link', url, children: [{ type: 'text', value: 'here' }] }) as const,
    );
    const answer = [{ type: 'paragraph', children: links } as const];
    const { files } = await compile({
      ...handbook,
      chapters: [{ ...chapter, entries: [{ ...entry, answer }] }],
    });
    for (const page of opened({ files, messages: [] }).pages.values()) {
      for (const link of withTag(page, 'a')) {
        // A citation is kept as a file; that its address is data is our doing.
        const { href, download } = link.properties;
        if (download && /^data:application\/(?:x-|vnd\.)[\w.+-]+;/.test(String(href))) continue;
        expect(String(href ?? '')).not.toMatch(/^\s*(javascript|data|vbscript|file):/i);
      }
    }
  });
});
