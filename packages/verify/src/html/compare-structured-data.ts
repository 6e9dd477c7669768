import { plainAnswer } from '../expected/plain-text.ts';
import type { HtmlPage } from './html-page.ts';
import type { HtmlReading } from './html-reading.ts';

interface Question {
  readonly '@type'?: string;
  readonly '@id'?: string;
  readonly name?: string;
  readonly acceptedAnswer?: { readonly text?: string };
}

/**
 * A page with live entries has exactly one FAQPage, with their questions and answers in order; other pages
 * have none. A site that was built without JSON-LD has none at all.
 */
export function compareStructuredData(
  { findings, book }: HtmlReading,
  page: HtmlPage,
  withGraph: boolean,
): void {
  const live = page.entries.filter((number) => book.byNumber.get(number)?.entry.status !== 'withdrawn');
  const file = page.path;
  const [only = ''] = live;
  const own = findings.about({ ...(live.length === 1 ? { entry: only } : { part: page.path }), file });
  const wanted = live.length === 0 || !withGraph ? 0 : 1;
  const count = `${page.blocks.length} blocks of structured data`;
  if (!own.holds('structured-data', page.blocks.length === wanted, `${wanted}`, count, count)) return;
  for (const block of page.blocks) {
    const questions = questionsOf(block);
    const numbers = questions.map((one) =>
      book.numberOfKey((one['@id'] ?? '').slice(`${book.handbook.iri}entry/`.length)),
    );
    own.list('structured-data', live, numbers, 'the questions of the FAQPage');
    for (const [index, { name = '', acceptedAnswer }] of questions.entries()) {
      const expected = book.byNumber.get(numbers[index] ?? '');
      if (!expected) continue;
      const entry = findings.about({ entry: expected.number, file });
      entry.text('structured-data', expected.question, name, 'the name in the FAQPage');
      const text = acceptedAnswer?.text ?? '';
      entry.text('structured-data', plainAnswer(expected.entry), text, 'the answer in the FAQPage');
    }
  }
}

function questionsOf(block: string): readonly Question[] {
  try {
    const data = JSON.parse(block) as { '@type'?: string; mainEntity?: unknown };
    const list: readonly unknown[] =
      data['@type'] === 'FAQPage' && Array.isArray(data.mainEntity) ? data.mainEntity : [];
    return list.filter((one): one is Question => typeof one === 'object' && one !== null);
  } catch {
    return [];
  }
}
