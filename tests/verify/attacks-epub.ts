import { strToU8 } from 'fflate';
import type { TextAttack } from './attack.ts';
import { type Attack, inBook, textAttacks } from './attack.ts';

const at = (path: string): string => `parity.epub!OEBPS/${path}`;
const SECOND = at('chapter-second.xhtml');
const FIRST = at('chapter-first.xhtml');
const styles = (...rules: readonly string[]): TextAttack[] =>
  rules.map((rule) => [at('style.css'), /$/, `\n${rule}\n`]);
const tags = (...parts: readonly string[]): TextAttack[] =>
  parts.map((part) => [SECOND, '<p>Whoever publishes.', `${part}Whoever publishes.`]);
const added = (...parts: readonly string[]): TextAttack[] =>
  parts.map((part) => [SECOND, '</body>', `${part}</body>`]);

const book = (
  name: string,
  change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>,
): Attack => ({
  name,
  spoil: (files) => inBook(files, 'parity.epub', change),
});

/** What can be done to an EPUB. */
export const EPUB_ATTACKS: readonly Attack[] = [
  ...textAttacks([
    ...tags(
      '<p hidden="hidden">',
      '<p style="display:none">',
      '<p style="color:#fff">',
      '<p onclick="alert(1)">',
    ),
    [SECOND, 'id="q6A"', 'id="q6A" hidden="hidden"'],
    ...styles(
      '.entry p { display: none }',
      'section.entry > p { visibility: hidden; }',
      'p { color: #ffffff }',
      '.entry p { font-size: 0 }',
      '.entry { position: absolute; left: -5000px }',
      '.entry p::before { content: "It is false that " }',
      '.entry p { opacity: 0.01 }',
      '@import "https://evil.example/x.css";',
      'ol { list-style-type: none }',
    ),
    ...added(
      '<script>alert(1)</script>',
      '<img src="https://evil.example/x.png" alt=""/>',
      '<iframe src="https://evil.example/"></iframe>',
      '<p>Words of another.</p>',
      '<p><a href="javascript:alert(1)">Index</a></p>',
      '<object data="x"></object>',
    ),
    [at('content.opf'), '<dc:publisher>The Press', '<dc:publisher>Other Press'],
    [at('content.opf'), '<dc:date>2026-03-04', '<dc:date>2025-03-04'],
    [at('content.opf'), '</metadata>', '<dc:creator>Somebody Else</dc:creator></metadata>'],
    [at('content.opf'), '</metadata>', '<dc:rights>All rights reserved</dc:rights></metadata>'],
    [at('content.opf'), '<dc:source>https://example.org/parity/', '<dc:source>https://evil.example/'],
    [at('content.opf'), '2026-03-04T00:00:00Z', '2024-03-04T00:00:00Z'],
    [at('content.opf'), 'Images have text alternatives.', 'Images have no text alternatives.'],
    [at('content.opf'), 'properties="mathml"', 'properties="mathml scripted"'],
    [at('imprint.xhtml'), '>The Press</a>', '>The Publishers</a>'],
    [at('imprint.xhtml'), '<dd>1.0 · ', '<dd>1.1 · '],
    [at('imprint.xhtml'), 'March 4, 2026', 'March 5, 2026'],
    [at('title-page.xhtml'), 'Read Back', 'Read Once'],
    [at('colophon.xhtml'), '<dd>1.0 · ', '<dd>2.0 · '],
    [at('cover.xhtml'), 'alt="A Handbook to Be Read Back"', 'alt="Something else"'],
    [at('cover.xhtml'), 'src="cover.png"', 'src="images/image-1.png"'],
    [at('glossary.xhtml'), 'The same in every format.', 'The same in no format.'],
    [at('glossary.xhtml'), '#q1"', '#q2"'],
    [at('index.xhtml'), 'cost', 'report'],
    [at('index.xhtml'), /<li>cost.*?<\/li>/, ''],
    [at('index.xhtml'), '#q2"', '#q3"'],
    [
      at('toc.xhtml'),
      'epub:type="bodymatter" href="part-part-one.xhtml"',
      'epub:type="bodymatter" href="colophon.xhtml"',
    ],
    [
      at('toc.xhtml'),
      'epub:type="titlepage" href="title-page.xhtml"',
      'epub:type="titlepage" href="imprint.xhtml"',
    ],
    [FIRST, '<mn>2</mn>', '<mn>3</mn>'],
    [FIRST, 'images/image-1.png', 'images/image-2.svg'],
    [FIRST, 'Questions 1 to 4', 'Questions 1 to 3'],
    [FIRST, '<title>', '<title>Not '],
    [at('part-part-one.xhtml'), 'The first part', 'The last part'],
    [at('images/image-2.svg'), '<path', '<circle r="3"/><path'],
    [at('front-preface.xhtml'), 'has read it back', 'has lost it'],
  ]),
  book('a file that the package does not list', (files) => ({ ...files, 'OEBPS/x.js': strToU8('alert(1)') })),
  book('a script that the package lists', (files) => ({
    ...files,
    'OEBPS/x.js': strToU8('alert(1)'),
    'OEBPS/content.opf': strToU8(
      Buffer.from(files['OEBPS/content.opf'] ?? [])
        .toString()
        .replace('<manifest>', '<manifest><item id="x" href="x.js" media-type="text/javascript"/>'),
    ),
  })),
];
