import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';

/**
 * TeX as one MathML `math` element (MathML Core) that carries the TeX as `alttext`.
 *
 * Throws the parser's error for TeX that does not parse; the rule `math-parses` keeps such TeX out of
 * a validated handbook.
 */
export function mathToHast(tex: string, display: boolean): ElementContent {
  const html = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    annotate: false,
    trust: false,
    strict: false,
  });
  const [element] = fromHtml(html, { fragment: true, space: 'html' }).children;
  if (element?.type !== 'element') throw new Error(`no MathML for ${tex}`);
  return {
    ...element,
    properties: {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      ...(display ? { display: 'block' } : {}),
      alttext: tex.trim(),
    },
  };
}

/** What is wrong with TeX, or undefined when it parses. */
export function mathFault(tex: string, display: boolean): string | undefined {
  try {
    mathToHast(tex, display);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return 'it nests too deep';
    return error instanceof Error
      ? error.message
          .replace(/^ParseError:\s*/, '')
          .replace(/ at (?:position \d+|end of input):[\s\S]*$/, '')
          .trim()
      : String(error);
  }
}
