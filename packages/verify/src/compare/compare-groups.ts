import type { Entry, Handbook } from '@octavo/core';
import type { Target } from '../content/entry-target.ts';
import { soundLetters } from '../content/sound-letters.ts';
import { spokenValues } from '../expected/own-fields.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import type { Case } from './findings.ts';

/** A page has the entries by each field that readers filter by, where it has two values or more. */
export function compareGroups(
  page: Case,
  handbook: Handbook,
  entries: readonly Entry[],
  root: Element,
  target: Target,
): void {
  const wanted = (handbook.types?.fields ?? []).flatMap((field) => {
    const groups = new Map<string, string[]>();
    if (field.filter)
      for (const entry of entries)
        for (const value of spokenValues(entry, field, handbook))
          groups.set(soundLetters(value), [...(groups.get(soundLetters(value)) ?? []), `#${entry.number}`]);
    const lines = [...groups].map(([value, numbers]) =>
      lineOf(field.title, `${value}${numbers.length}`, numbers),
    );
    return lines.length > 1 ? lines : [];
  });
  const found = allElements(root, '.group').flatMap((group) => {
    const title = rawText(findElement(group, 'summary') ?? group);
    return allElements(group, 'section').map((section) => {
      const links = allElements(section, '.entry-link').map(({ attributes }) =>
        target(attributes.href ?? ''),
      );
      return lineOf(title, rawText(findElement(section, '.caption') ?? section), links);
    });
  });
  page.list('documents', wanted.toSorted(), found.toSorted(), 'the entries by a field');
}

function lineOf(title: string, value: string, numbers: readonly string[]): string {
  return `${soundLetters(title)} ${soundLetters(value)} ${numbers.join(' ')}`;
}
