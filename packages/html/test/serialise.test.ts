import fc from 'fast-check';
import type { ElementContent, Properties, Root } from 'hast';
import { h, s } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { serialise } from '../src/tree/serialise.ts';

const peer = unified().use(rehypeStringify, {
  characterReferences: { useNamedReferences: true },
  allowDangerousHtml: true,
});
const text = fc.string({
  unit: fc.constantFrom('a', ' ', '<', '&', '"', "'", '`', '>', '\0', 'é', '😀', '/'),
});
const value = fc.oneof(
  text,
  fc.constantFrom(true, false, 0, 1, Number.NaN, null, undefined, '', 'hidden', 'download'),
  fc.array(fc.constantFrom('a', 'b', 1), { maxLength: 3 }),
);
const properties: fc.Arbitrary<Properties> = fc.dictionary(
  fc.constantFrom(
    ...['className', 'href', 'hidden', 'download', 'dataWork', 'ariaLabel', 'tabIndex', 'srcSet', 'accept'],
    ...['viewBox', 'strokeWidth', 'xLinkHref', 'htmlFor', 'open', 'colSpan'],
  ),
  value,
);
const { tree } = fc.letrec<{ tree: ElementContent }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text.map((words): ElementContent => ({ type: 'text', value: words })),
    fc
      .record({
        tagName: fc.constantFrom('p', 'br', 'img', 'script', 'style', 'svg', 'title', 'desc', 'path', 'math'),
        properties,
        children: fc.array(tie('tree'), { maxLength: 4 }),
      })
      .map(({ children, ...element }): ElementContent => {
        // A script holds nothing but text.
        const isScript = element.tagName === 'script' || element.tagName === 'style';
        const kept = isScript ? children.filter(({ type }) => type === 'text') : children;
        return { type: 'element', ...element, children: kept };
      }),
  ),
}));

test('bytes are those of rehype-stringify', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
      const root: Root = { type: 'root', children: [{ type: 'doctype' }, ...children] };
      expect(new TextDecoder().decode(serialise(root))).toBe(`${peer.stringify(root)}\n`);
    }),
    { numRuns: 500 },
  );
});

test('addresses from the root are written for a page, on links and in pictures', () => {
  const root: Root = {
    type: 'root',
    children: [h('a', { href: '/a/index.html' }, [s('svg', [s('image', { href: '/b.svg' })])])],
  };
  const written = new TextDecoder().decode(serialise(root, (address) => `..${address}`));
  expect(written).toBe('<a href="../a/index.html"><svg><image href="../b.svg"></image></svg></a>\n');
});
