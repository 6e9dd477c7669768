import type { Page } from '@octavo/core';
import { answerHtml } from './answer-html.ts';
import { answerText } from './answer-text.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** A prose page before or after the entries. */
export function pageResource(page: Page, scope: Scope): Resource {
  const { iris, local, labels, direction } = scope;
  const content = { answer: page.body, footnotes: page.footnotes };
  return {
    path: `${iris.folder}page/${page.id}`,
    node: {
      '@type': 'CreativeWork',
      '@id': iris.page(page.id),
      identifier: page.id,
      name: local.one(page.title),
      inLanguage: scope.language,
      text: local.one(answerText(content)),
      html: answerHtml(content, { iris, labels, direction, idPrefix: `${page.id}-` }),
      isPartOf: iris.book,
    },
  };
}
