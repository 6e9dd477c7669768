type Kind = 'Font' | 'XObject' | 'ExtGState';

/** What a page's content names (ISO 32000-1, 7.8.3). */
export interface Resources {
  readonly add: (kind: Kind, name: string, id: number) => void;
  readonly dictionary: () => string;
}

/** Nothing yet. */
export function pageResources(): Resources {
  const kinds = new Map<Kind, Map<string, number>>();
  return {
    add(kind, name, id) {
      const known = kinds.get(kind);
      if (known) known.set(name, id);
      else kinds.set(kind, new Map([[name, id]]));
    },
    dictionary() {
      const own = [...kinds].map(
        ([kind, names]) => `/${kind}<<${[...names].map(([name, id]) => `/${name} ${id} 0 R`).join('')}>>`,
      );
      return `<<${own.join('')}>>`;
    },
  };
}
