import { isQuestionClass } from './classes.ts';
import { piecesOf } from './scan.ts';

/** Elements nested deeper than this show nothing that a reader could tell apart. */
const MAX_DEPTH = 150;

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that a parser opens again in every paragraph: their attributes would make each one different. */
const FORMATTING: ReadonlySet<string> = new Set('b big em font i nobr s small strike strong tt u'.split(' '));

/** The classes of such an element count alone where they say that it is a question, as Yoast's do. */
const CLASSES = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/**
 * HTML without what makes parsers slow or deep: tags nested more than 150 deep go, formatting tags lose
 * their attributes, but for the class of a question. One pass; text and line numbers stay.
 */
export function boundHtml(source: string): string {
  const kept: string[] = [];
  const open: string[] = [];
  for (const { kind, html, name } of piecesOf(source)) {
    if (kind === 'close') {
      const index = open.lastIndexOf(name);
      if (index >= 0) open.length = index;
      if (index < MAX_DEPTH) kept.push(html);
    } else if (kind !== 'open' || VOID.has(name) || html.endsWith('/>')) kept.push(html);
    else {
      if (open.length >= MAX_DEPTH * 4) open.length = MAX_DEPTH;
      open.push(name);
      const lines = '\n'.repeat(html.split('\n').length - 1);
      if (open.length > MAX_DEPTH) kept.push(lines);
      else
        kept.push(
          FORMATTING.has(name) ? `<${name}${isQuestion(html) ? ' class="question"' : ''}>${lines}` : html,
        );
    }
  }
  return kept.join('');
}

function isQuestion(tag: string): boolean {
  const [, double, single = ''] = CLASSES.exec(tag) ?? [];
  return isQuestionClass(double ?? single);
}
