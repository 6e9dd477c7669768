import { endOfTag } from './end-of-tag.ts';

/** Elements nested deeper than this show nothing that a reader could tell apart. */
const MAX_DEPTH = 150;

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that a parser opens again in every paragraph: their attributes would make each one different. */
const FORMATTING: ReadonlySet<string> = new Set('b big em font i nobr s small strike strong tt u'.split(' '));

/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noframes',
  'noembed',
]);

/**
 * HTML without what makes parsers slow or deep: tags nested more than 150 deep go, formatting tags lose
 * their attributes. One pass; text and line numbers stay.
 */
export function boundHtml(source: string): string {
  const pieces: string[] = [];
  const open: (string | undefined)[] = [];
  let from = 0;
  const lowered = lazily(() => source.toLowerCase());
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', Math.max(at + 1, from))) {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      if (end < 0) break;
      pieces.push(source.slice(from, end + 3));
      from = end + 3;
      continue;
    }
    const [, slash, name] = TAG.exec(source.slice(at, at + 40)) ?? [];
    if (name === undefined) continue;
    const end = endOfTag(source, at);
    if (end < 0) break;
    const tag = source.slice(at, end);
    const lower = name.toLowerCase();
    pieces.push(source.slice(from, at));
    from = end;
    if (slash === '/') {
      const index = open.lastIndexOf(lower);
      if (index < 0) pieces.push(tag);
      else {
        const kept = index < MAX_DEPTH;
        open.length = index;
        if (kept) pieces.push(tag);
      }
      continue;
    }
    if (VOID.has(lower) || tag.endsWith('/>')) {
      pieces.push(tag);
      continue;
    }
    if (open.length >= MAX_DEPTH * 4) open.length = MAX_DEPTH;
    open.push(lower);
    if (open.length > MAX_DEPTH) pieces.push('\n'.repeat(newlines(tag)));
    else pieces.push(FORMATTING.has(lower) ? `<${lower}>${'\n'.repeat(newlines(tag))}` : tag);
    if (RAW.has(lower)) {
      const close = lowered().indexOf(`</${lower}`, end);
      if (close < 0) break;
      pieces.push(source.slice(end, close));
      from = close;
    }
  }
  pieces.push(source.slice(from));
  return pieces.join('');
}

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/;

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

function lazily(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
