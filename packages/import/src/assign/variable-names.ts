import type { FoundDocument } from '../model/found.ts';
import { variableName } from '../model/variable-name.ts';

/** A variable of the handbook: how the source writes its name, and the value that a document gives it. */
export interface UsedVariable {
  readonly written: string;
  readonly value: string | undefined;
  /** The document that names it. */
  readonly path: string;
}

export interface VariableNames {
  /** What a value is called that a document names; undefined when no variable can be called like it. */
  readonly nameOf: (written: string, path: string) => string | undefined;
  /** The variables that were named so far. */
  readonly used: ReadonlyMap<string, UsedVariable>;
}

/**
 * Names the variables of documents. A value that a document does not give is that of the first one that does;
 * where documents give one name other values, each value has a name of its own (`product`, `product-2`).
 */
export function variableNames(documents: readonly FoundDocument[]): VariableNames {
  const first = new Map(documents.flatMap(({ variables }) => [...(variables ?? [])]).reverse());
  const own = new Map(documents.map(({ path, variables }) => [path, variables]));
  const used = new Map<string, UsedVariable>();
  const names = new Map<string, string>();
  /** The last number behind a name. */
  const spread = new Map<string, number>();
  const nameOf = (written: string, path: string): string | undefined => {
    const base = variableName(written);
    if (base === undefined) return undefined;
    const value = own.get(path)?.get(base) ?? first.get(base);
    const key = `${base} ${value ?? ''}`;
    let name = names.get(key) ?? base;
    if (!names.has(key)) {
      for (let at = spread.get(base) ?? 2; used.has(name); at++) {
        name = `${base.slice(0, 50)}-${at}`;
        spread.set(base, at);
      }
      names.set(key, name);
      used.set(name, { written, value, path });
    }
    return name;
  };
  return { nameOf, used };
}
