import { FALLBACK_LABELS, LABEL_LANGUAGES, LABEL_NAMES, labelsFor } from '../labels/labels-for.ts';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { Labels } from '../model/labels.generated.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import type { YamlSource } from '../read/read-yaml.ts';

/** The labels of the book's language with the publisher's own in front. Reports an unknown language or label. */
export function chooseLabels(book: YamlSource<HandbookSource>, language: string): Labels {
  const own = book.data.labels ?? {};
  const known = labelsFor(language);
  if (!known && language !== 'und' && LABEL_NAMES.some((name) => !(name in own))) {
    report(book.file, 'labels-known', {
      reason: `there are no labels for the language "${language}": English ones are used`,
      place: book.yaml.locate(['language']),
      expected: LABEL_LANGUAGES,
      note: 'Give your own under "labels:" in handbook.yaml.',
    });
  }
  for (const name of Object.keys(own)) {
    if (LABEL_NAMES.includes(name)) continue;
    const hint = didYouMean(name, LABEL_NAMES, (found) => `"${found}"`);
    report(book.file, 'labels-known', {
      reason: `there is no label "${name}"${hint}`,
      place: book.yaml.locateKey(['labels', name]),
      ...(hint === '' ? { expected: LABEL_NAMES } : {}),
    });
  }
  return { ...(known ?? FALLBACK_LABELS), ...own };
}
