import { isolated } from '@octavo/core/hast';
import { sayEdition, sayRedline, titleLines } from '@octavo/core/say';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';

/** The title page: what the book is, who made it, which edition. */
export function titlePage(context: Context): BookDocument {
  const { handbook } = context;
  const { title, subtitle, range, publisher } = titleLines(handbook);
  const [edition] = sayEdition(handbook);
  const content = h('section', { 'epub:type': 'titlepage', ariaLabelledBy: 'title_page' }, [
    ...matterBreaks(context, 'title-page'),
    h('h1', { id: 'title_page' }, title),
    subtitle ? h('p.subtitle', { role: 'doc-subtitle' }, subtitle) : undefined,
    range ? h('p.range', range) : undefined,
    ...handbook.contributors.map((person) =>
      h('p.contributor', [
        isolated(person.name, handbook),
        person.role ? h('span.role', `, ${person.role}`) : undefined,
      ]),
    ),
    edition?.[0]?.kind === 'words' ? h('p.edition', sayHast(context, edition)) : undefined,
    ...stamps(context).map((word) => h('p.stamp', word)),
    handbook.redline ? h('p.redline', { role: 'note' }, sayHast(context, sayRedline(handbook))) : undefined,
    publisher ? h('p.publisher', [isolated(publisher, handbook)]) : undefined,
  ]);
  return {
    file: FILES.title,
    title,
    division: 'frontmatter',
    kind: 'title-page',
    content: () => [content],
  };
}

/** The stamps of a book that reviewers read: what is not finished about it. */
function stamps({ handbook: { labels }, index: { entries } }: Context): readonly string[] {
  return [
    ...(entries.some(({ status }) => status === 'draft') ? [labels.draft] : []),
    ...(entries.some(({ unapproved }) => unapproved) ? [labels.unapproved] : []),
  ];
}
