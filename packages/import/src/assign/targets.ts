import { decoded } from '../model/paths.ts';
import type { Target, Targets } from '../model/targets.ts';
import { plainKey } from '../model/text-of.ts';
import { githubAnchor, plainAnchor } from './slugs.ts';

export function targets(): Targets {
  const exact = new Map<string, Target>();
  const loose = new Map<string, Target>();
  const numbers = new Map<string, Target>();
  const documents = new Map<string, Target>();
  const set = (map: Map<string, Target>, key: string, target: Target) => {
    if (key !== '' && !map.has(key)) map.set(key, target);
  };
  /** How many headings of a name there are: the second one is `name-1` (GitHub). */
  const repeated = new Map<string, number>();
  const addHeading = (key: string, target: Target) => {
    let name = key;
    for (let at = repeated.get(key) ?? 1; exact.has(name) && exact.get(name) !== target; at++) {
      name = `${key}-${at}`;
      repeated.set(key, at + 1);
    }
    set(exact, name, target);
  };
  return {
    add(path, names, headings, target) {
      for (const name of names) {
        set(exact, `${path}#${name}`, target);
        set(loose, name.toLowerCase(), target);
      }
      for (const heading of headings) {
        const anchor = githubAnchor(heading);
        if (anchor !== '') addHeading(`${path}#${anchor}`, target);
        set(loose, anchor, target);
        set(loose, anchor.replace(/-{2,}/g, '-').replace(/^-|-$/g, ''), target);
        set(loose, plainAnchor(heading), target);
        set(loose, plainKey(heading), target);
      }
    },
    addNumber: (number, target) => set(numbers, number, target),
    addDocument: (path, target) => set(documents, path, target),
    byAnchor(path, written) {
      const anchor = decoded(written);
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
