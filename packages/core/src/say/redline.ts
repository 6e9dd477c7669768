import type { Handbook } from '../model/documents.generated.ts';
import { sayDate } from './dates.ts';
import { type Say, sayLabel, sayName } from './sentence.ts';

/** What a redlined book says of its marks, on its title page and wherever it can be met alone; nothing in any other book. */
export function sayRedline({
  redline,
  labels,
  language,
}: Pick<Handbook, 'redline' | 'labels' | 'language'>): readonly Say[] {
  if (!redline) return [];
  const { version, date } = redline.since;
  return sayLabel(labels.redlineNotice, { version: sayName(version), date: sayDate(date, language) });
}
