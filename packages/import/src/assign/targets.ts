import { plainKey } from '../model/text-of.ts';
import { githubAnchor, plainAnchor } from './slugs.ts';

/** What a link can lead to: an entry by its number, or something that is none. */
export type Target =
  | { readonly kind: 'entry'; readonly number: string }
  | { readonly kind: 'chapter'; readonly number: string; readonly title: string }
  | { readonly kind: 'nothing' };

/** Where links lead: explicit anchors, the anchors that headings get by themselves, heading texts, numbers. */
export interface Targets {
  readonly add: (path: string, names: readonly string[], headings: readonly string[], target: Target) => void;
  readonly addNumber: (number: string, target: Target) => void;
  /** The first thing of a document: what a link to the file as a whole leads to. */
  readonly addDocument: (path: string, target: Target) => void;
  /** By an anchor in a document; in any other document when the own one has none of that name. */
  readonly byAnchor: (path: string, anchor: string) => Target | undefined;
  readonly byDocument: (path: string) => Target | undefined;
}

export function targets(): Targets {
  const exact = new Map<string, Target>();
  const loose = new Map<string, Target>();
  const numbers = new Map<string, Target>();
  const documents = new Map<string, Target>();
  const set = (map: Map<string, Target>, key: string, target: Target) => {
    if (key !== '' && !map.has(key)) map.set(key, target);
  };
  return {
    add(path, names, headings, target) {
      for (const name of names) {
        set(exact, `${path}#${name}`, target);
        set(loose, name.toLowerCase(), target);
      }
      for (const heading of headings) {
        const anchor = githubAnchor(heading);
        const numbered = nextFree(exact, `${path}#${anchor}`, target);
        if (anchor !== '') set(exact, numbered, target);
        set(loose, anchor, target);
        set(loose, anchor.replace(/-{2,}/g, '-').replace(/^-|-$/g, ''), target);
        set(loose, plainAnchor(heading), target);
        set(loose, plainKey(heading), target);
      }
    },
    addNumber: (number, target) => set(numbers, number, target),
    addDocument: (path, target) => set(documents, path, target),
    byAnchor(path, written) {
      const anchor = decode(written);
      const lower = anchor.toLowerCase();
      const number =
        /^(?:user-content-)?(?:faq|question|frage|q|a|entry|no)?[-_.]?(\d+(?:[._-]\d+)*[a-z]?)$/i.exec(
          anchor,
        )?.[1];
      return (
        exact.get(`${path}#${anchor}`) ??
        loose.get(lower) ??
        loose.get(lower.replace(/^user-content-/, '')) ??
        loose.get(lower.replace(/-{2,}/g, '-').replace(/^-|-$/g, '')) ??
        loose.get(plainAnchor(anchor)) ??
        loose.get(plainKey(anchor.replace(/[-_+]/g, ' '))) ??
        (number === undefined ? undefined : numbers.get(number.replace(/[_-]/g, '.').toUpperCase()))
      );
    },
    byDocument: (path) => documents.get(path),
  };
}

/** The second heading of a name is `name-1` (GitHub). */
function nextFree(map: ReadonlyMap<string, Target>, key: string, target: Target): string {
  if (!map.has(key) || map.get(key) === target) return key;
  for (let at = 1; ; at++) if (!map.has(`${key}-${at}`)) return `${key}-${at}`;
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
