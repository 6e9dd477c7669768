import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { output, runs } from './pdf-workbench.ts';

const POM = new URL('./verapdf/pom.xml', import.meta.url).pathname;
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';

/** The folder of veraPDF's jars: $VERAPDF_LIB, or brought by Maven; undefined when neither can be. */
export function library(): string | undefined {
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

/** What veraPDF says against files, as a profile has it: failed rules with their places; each file must be judged. */
export function failures(jars: string, flavour: string, paths: readonly string[]): readonly string[] {
  const options = ['-f', flavour, '--format', 'xml', '--maxfailuresdisplayed', '2'];
  const { text, complaints } = output('java', ['-cp', `${jars}/*`, MAIN, ...options, ...paths]);
  const judged = text.match(/isCompliant="(?:true|false)"/g)?.length ?? 0;
  const failed = text.match(/<description>.*|<context>.*|<errorMessage>.*|isCompliant="false"/g) ?? [];
  return judged === paths.length
    ? failed
    : [...failed, `${judged} of ${paths.length} files were judged: ${complaints}`];
}
