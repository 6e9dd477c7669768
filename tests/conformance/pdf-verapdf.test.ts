import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDERS, madePdf, output, runs } from './pdf-workbench.ts';
import { previewBook } from './preview-book.ts';

const POM = new URL('./verapdf/pom.xml', import.meta.url).pathname;
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';

/** The folder of veraPDF's jars: $VERAPDF_LIB, or brought by Maven; undefined when neither can be. */
function library(): string | undefined {
  const named = process.env.VERAPDF_LIB;
  if (named && existsSync(named)) return named;
  if (!runs('java', '-version', 'PDF/UA and PDF/A') || !runs('mvn', '-version', 'PDF/UA and PDF/A'))
    return undefined;
  const folder = join(tmpdir(), 'octavo-verapdf-1.28.2');
  if (existsSync(join(folder, 'greenfield-apps-1.28.2.jar'))) return folder;
  const args = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  const { status, complaints, text } = output('mvn', args);
  if (status === 0) return folder;
  const words = `veraPDF could not be brought from Maven Central: ${text}${complaints}`;
  if (process.env.OCTAVO_REQUIRE_ALL === '1') throw new Error(words);
  console.warn(words);
  return undefined;
}

const jars = library();

const BOOKS = [...Object.entries(FOLDERS), ['a preview with all that can be shown', previewBook] as const];

describe.skipIf(!jars).each(BOOKS)('veraPDF on %s', (_, book) => {
  it.each([
    ['ua1', {}],
    ['ua1', { page: '6x9in' }],
    ['2a', { standard: 'PDF/A-2a' }],
  ] as const)('finds no failed rule of %s with %o', { timeout: 300_000 }, async (flavour, settings) => {
    const source = typeof book === 'string' ? book : book({ cmyk: flavour !== '2a' });
    const made = await madePdf(source, settings);
    try {
      const args = [
        '-cp',
        `${jars}/*`,
        MAIN,
        '-f',
        flavour,
        '--format',
        'xml',
        '--maxfailuresdisplayed',
        '2',
        made.path,
      ];
      const { text } = output('java', args);
      expect(text.match(/<description>.*|<context>.*|<errorMessage>.*/g) ?? []).toEqual([]);
      expect(text).toMatch(/isCompliant="true"/);
    } finally {
      made.remove();
    }
  });
});
