import { compile } from '@octavo/pdf';
import { expect, it } from 'vitest';
import { bytesOf } from '../../packages/pdf/test/open-pdf.ts';
import { readFonts } from '../../packages/pdf/test/read-fonts.ts';
import { entry, handbookOf, manifest } from '../../packages/pdf/test/sample.ts';
import { type Element, readTagged } from './tagged-pdf.ts';

const LONG = 'and a line that the measure ends, for it is longer than the page is wide, and then some more. ';

it('says a space where a line ends, whoever ended it', async () => {
  const sources = {
    'handbook.yaml': manifest(),
    'one/1-why.md': entry('1', 'Why?', `One line,  \nanother *line*,\\\n**last**  \n${LONG.repeat(3)}`),
    'one/2-hebrew.md': entry('2', 'Who?', ':span[שלום  \nעולם]{lang=he dir=rtl}.'),
  };
  const handbook = handbookOf(sources);
  const { document } = readTagged(await bytesOf(await compile(handbook, { fonts: readFonts(handbook) })));
  const paragraphs = paragraphsOf(document);
  expect(paragraphs).toContain(`One line, another line, last ${LONG.repeat(3).trimEnd()}`);
  expect(paragraphs).toContain('שלום עולם.');
});

/** What is said between a paragraph's tags, as a screen reader takes it: nothing added, soft hyphens left out. */
function paragraphsOf(element: Element): string[] {
  if (element.type === 'P')
    return [
      textOf(element)
        .replace(/[\u00ad\u2066-\u2069]/g, '')
        .trimEnd(),
    ];
  return element.children.flatMap((child) => (child.kind === 'element' ? paragraphsOf(child) : []));
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.kind === 'element' ? textOf(child) : child.kind === 'stretch' ? child.text : ''))
    .join('');
}
