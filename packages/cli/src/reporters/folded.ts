import type { Diagnostic } from '../diagnostics.ts';

/** A message that is printed, and those of its kind that are only counted. */
export interface Folded {
  readonly first: Diagnostic;
  readonly others: readonly Diagnostic[];
}

/** Up to this many messages of one kind are printed each, because a person fixes them one by one. */
const EACH = 5;

/** Folds messages of one kind (the same rule saying the same about other entries) when there are many. */
export function folded(diagnostics: readonly Diagnostic[]): readonly Folded[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const item of diagnostics) {
    const kind = kindOf(item);
    const same = kinds.get(kind);
    if (same) same.push(item);
    else kinds.set(kind, [item]);
  }
  return diagnostics.flatMap((item) => {
    const [first, ...others] = kinds.get(kindOf(item)) ?? [];
    if (others.length < EACH) return [{ first: item, others: [] }];
    return first === item ? [{ first, others }] : [];
  });
}

/** Text that the source quotes is for a person to read; numbers and places are not. */
const PARTS = /("[^"]*"|`[^`]*`)|\S*\d\S*/g;

/** Returns a key that is the same for all messages of one kind. */
function kindOf({ severity, rule, reason, note }: Diagnostic): string {
  const words = `${reason} ${note ?? ''}`.replace(PARTS, (_all, quoted?: string) => quoted ?? '…');
  return [severity, rule, words.replace(/…(?:[ ,]+…)*/g, '…')].join('\n');
}
