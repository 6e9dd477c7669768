import { diffArrays } from 'diff';

/** How finely texts are compared, and on which side of markup that only the file has new words go. */
export interface MergeMode {
  readonly by: 'word' | 'paragraph' | 'text';
  readonly insert: 'before' | 'behind';
}

/** The ways in which changes are brought in: the first one after which the document says the same is right. */
export const MERGE_MODES: readonly MergeMode[] = [
  { by: 'word', insert: 'before' },
  { by: 'word', insert: 'behind' },
  { by: 'paragraph', insert: 'behind' },
  { by: 'text', insert: 'behind' },
];

/** Words, runs of space with and without a blank line, and signs; or paragraphs and what is between them. */
const TOKENS: Readonly<Record<MergeMode['by'], RegExp>> = {
  word: /[\p{L}\p{M}\p{N}]+|\s*\n\s*\n\s*|\s+|[\s\S]/gu,
  paragraph: /\s*\n\s*\n\s*|(?:(?!\s*\n\s*\n)[\s\S])+/g,
  text: /[\s\S]+/g,
};

/**
 * Brings the changes that an editor made to a document into the text that it was written from: `sent` is the
 * text as the document gave it, `returned` as it gives it now, and `own` that of the file, which may be spelt
 * otherwise and say more. What the editor left alone keeps every byte.
 */
export function mergeTexts(own: string, sent: string, returned: string, { by, insert }: MergeMode): string {
  const [ours = [], base = [], theirs = []] = [own, sent, returned].map(
    (text) => text.match(TOKENS[by]) ?? [],
  );
  const spelling = spellingOf(base, ours);
  const { deleted, inserted } = changesOf(base, theirs);
  let text = '';
  for (let at = 0; at <= base.length; at++) {
    const gap = keepsGap(at, spelling.gaps, deleted, inserted) ? (spelling.gaps[at] ?? '') : '';
    const added = inserted[at] ?? '';
    text += insert === 'before' ? added + gap : gap + added;
    if (at === base.length) break;
    const unit = spelling.units[at] ?? at;
    const end = spelling.units.lastIndexOf(unit) + 1;
    if (unit === at && isTouched(at, end, deleted, inserted)) {
      // A stretch that is spelt otherwise is taken as a whole.
      for (let each = at; each < end; each++)
        text += (each > at ? (inserted[each] ?? '') : '') + (deleted[each] ? '' : base[each]);
    } else if (unit === at) text += spelling.texts[at] ?? '';
    at = end - 1;
  }
  return text;
}

interface Spelling {
  /** What stands in the file for each token, or for the stretch that begins with it. */
  readonly texts: readonly string[];
  /** The first token of the stretch that a token belongs to. */
  readonly units: readonly number[];
  /** What only the file has, before each token and at the end. */
  readonly gaps: readonly string[];
}

function spellingOf(base: string[], ours: string[]): Spelling {
  const texts: string[] = [];
  const units: number[] = [];
  const gaps: string[] = [];
  // Space is written in many ways: a line may be broken anywhere.
  const comparator = (a: string, b: string) => a === b || (a.trim() === '' && b.trim() === '');
  let at = 0;
  let added = '';
  let removed = 0;
  const settle = () => {
    const start = at - removed;
    if (removed === 0) gaps[at] = added;
    else texts[start] = added;
    for (let each = start; each < at; each++) units[each] = start;
    [added, removed] = ['', 0];
  };
  let place = 0;
  for (const change of diffArrays(base, ours, { comparator })) {
    if (change.added) added += change.value.join('');
    else if (change.removed) removed += change.value.length;
    else {
      settle();
      for (let each = 0; each < change.value.length; each++) {
        texts[at + each] = ours[place + each] ?? '';
        units[at + each] = at + each;
      }
      at += change.value.length;
    }
    if (change.removed) at += change.value.length;
    else place += change.value.length;
  }
  settle();
  return { texts, units, gaps };
}

function changesOf(
  base: string[],
  theirs: string[],
): { readonly deleted: boolean[]; readonly inserted: string[] } {
  const deleted: boolean[] = [];
  const inserted: string[] = [];
  let at = 0;
  for (const change of diffArrays(base, theirs)) {
    if (change.added) inserted[at] = (inserted[at] ?? '') + change.value.join('');
    else for (const _ of change.value) deleted[at++] = change.removed;
  }
  return { deleted, inserted };
}

function isTouched(
  from: number,
  to: number,
  deleted: readonly boolean[],
  inserted: readonly string[],
): boolean {
  for (let at = from; at < to; at++) if (deleted[at] || (at > from && inserted[at])) return true;
  return false;
}

/** Markup around words that are gone goes with them. */
function keepsGap(
  at: number,
  gaps: readonly string[],
  deleted: readonly boolean[],
  inserted: readonly string[],
): boolean {
  if (!deleted[at - 1] && !deleted[at]) return true;
  if (deleted[at - 1] && deleted[at]) return false;
  let [from, to] = [at, at];
  while (deleted[from - 1]) from--;
  while (deleted[to]) to++;
  const replaced = [from, to].some((each) => inserted[each]);
  return replaced || gaps.slice(from, to + 1).filter(Boolean).length < 2;
}
