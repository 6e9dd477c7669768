import type { EntryText } from './entry-texts.ts';

/** A term that the source writes in more than one way. */
export interface Variant {
  readonly forms: readonly { readonly form: string; readonly count: number }[];
}

const LISTED = 40;

/** Terms written differently: `e-mail` and `email`, `data set` and `dataset`, `GitHub` and `Github`. A capital at the beginning of a sentence is none. */
export function spellingVariants(texts: readonly EntryText[]): readonly Variant[] {
  const forms = new Map<string, Map<string, number>>();
  const add = (form: string) => {
    const key = form.toLowerCase().replace(/[\s-]/g, '');
    if (key.length < 4) return;
    const known = forms.get(key) ?? new Map<string, number>();
    known.set(form, (known.get(form) ?? 0) + 1);
    forms.set(key, known);
  };
  const pairs: string[] = [];
  for (const { question, answer } of texts) {
    for (const sentence of `${question}\n${answer}`.split(/(?<=[.!?:])\s+|\n/)) {
      const words =
        sentence.replace(/['’]s\b/g, '').match(/\p{L}[\p{L}\p{M}\p{N}]*(?:-\p{L}[\p{L}\p{M}\p{N}]*)*/gu) ??
        [];
      words.forEach((word, at) => {
        add(at === 0 && /^\p{Lu}[\p{Ll}-]*$/u.test(word) ? word.toLowerCase() : word);
        const next = words[at + 1];
        if (next !== undefined) pairs.push(`${word} ${next}`);
      });
    }
  }
  // Two words count only where the same letters are also written as one.
  for (const pair of pairs)
    if (forms.has(pair.toLowerCase().replace(/[\s-]/g, '')) && /^[\p{L} ]+$/u.test(pair))
      add(pair.toLowerCase());
  const variants: Variant[] = [];
  for (const known of forms.values()) {
    const shown = [...known].filter(([form]) => !plainCapital(form, known));
    if (shown.length < 2) continue;
    variants.push({
      forms: shown
        .map(([form, count]) => ({ form, count }))
        .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1)),
    });
  }
  return variants
    .sort((a, b) => total(b) - total(a) || ((a.forms[0]?.form ?? '') < (b.forms[0]?.form ?? '') ? -1 : 1))
    .slice(0, LISTED);
}

/** `Word` beside `word`, or `WORD` beside them, is a heading's or an emphasis' way of writing. */
function plainCapital(form: string, known: ReadonlyMap<string, number>): boolean {
  const lower = form.toLowerCase();
  if (form === lower) return false;
  return known.has(lower) && (/^\p{Lu}[\p{Ll}-]*$/u.test(form) || form === form.toUpperCase());
}

function total({ forms }: Variant): number {
  return forms.reduce((sum, { count }) => sum + count, 0);
}
