import { bookAddress, isbnsOf } from '@octavo/core';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { type Detail, detailsList } from './details-list.ts';

/** The imprint: publisher, rights and identifiers. */
export function imprint(context: Context): BookDocument {
  const { handbook } = context;
  const { labels } = handbook;
  const content = h('section', { 'epub:type': 'copyright-page', ariaLabelledBy: 'imprint' }, [
    ...matterBreaks(context, 'imprint'),
    h('h1', { id: 'imprint' }, labels.imprint),
    h('p', { className: ['work'] }, [
      h('cite', handbook.title),
      handbook.subtitle ? `. ${handbook.subtitle}` : undefined,
    ]),
    handbook.copyright ? h('p', handbook.copyright) : undefined,
    detailsList(details(context)),
    handbook.description ? h('p', { className: ['description'] }, handbook.description) : undefined,
  ]);
  return {
    file: FILES.imprint,
    title: labels.imprint,
    division: 'frontmatter',
    kind: 'imprint',
    content: () => [content],
  };
}

function details({ handbook }: Context): readonly Detail[] {
  const { labels, identifiers, publisher, license, edition } = handbook;
  const { doi } = identifiers;
  return [
    ...one(labels.publisher, publisher && linked(publisher.name, publisher.url)),
    ...one(labels.license, license && linked(license.name, license.url)),
    ...one(labels.edition, `${edition.version}, ${edition.date.slice(0, 10)}`),
    ...isbnsOf(identifiers, 'epub').flatMap(({ text }) => one('ISBN', text)),
    ...one('DOI', doi && linked(doi, `https://doi.org/${doi}`)),
    ...one(labels.identifier, linked(bookAddress(handbook), bookAddress(handbook))),
  ];
}

function one(term: string, value: Detail[1] | undefined): readonly Detail[] {
  return value ? [[term, value]] : [];
}

function linked(text: string, url: string | undefined): ElementContent {
  return url ? h('a', { href: url }, text) : { type: 'text', value: text };
}
