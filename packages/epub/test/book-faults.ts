import type { Element } from '@xmldom/xmldom';
import { all, type OpenBook } from './open-book.ts';

/*
 * What no validator catches. Each check reads the finished files alone and knows nothing of how they
 * were made; an empty list means a sound book.
 */

/** Every fault of a finished book, in words. `numbers` are the entries it should have, in order. */
export function bookFaults(book: OpenBook, numbers: readonly string[]): readonly string[] {
  return [
    ...brokenLinks(book),
    ...notesWithoutBacklink(book),
    ...contentsFaults(book, numbers),
    ...unreferencedFiles(book),
    ...claimFaults(book),
    ...roleFaults(book),
    ...languageFaults(book),
    ...pageFaults(book),
  ];
}

const xhtml = (book: OpenBook): readonly string[] => book.names.filter((name) => name.endsWith('.xhtml'));

function ids(book: OpenBook): ReadonlySet<string> {
  return new Set(
    xhtml(book).flatMap((name) =>
      all(book.xml(name), '*')
        .filter((element) => element.hasAttribute('id'))
        .map((element) => `${name}#${element.getAttribute('id')}`),
    ),
  );
}

function brokenLinks(book: OpenBook): readonly string[] {
  const known = ids(book);
  const faults: string[] = [];
  for (const name of xhtml(book)) {
    for (const link of all(book.xml(name), '*')) {
      const href = link.getAttribute('href') ?? link.getAttribute('src');
      if (href === null || /^(https?|mailto):/.test(href)) continue;
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) faults.push(`${name}: forbidden scheme ${href}`);
      else if (href.startsWith('#') ? !known.has(name + href) : href.includes('#') && !known.has(href)) {
        faults.push(`${name}: dangling ${href}`);
      } else if (!href.startsWith('#') && !book.names.includes(href.split('#')[0] ?? '')) {
        faults.push(`${name}: no file for ${href}`);
      }
    }
  }
  return faults;
}

function notesWithoutBacklink(book: OpenBook): readonly string[] {
  return xhtml(book).flatMap((name) => {
    const elements = all(book.xml(name), '*');
    const marks = elements.filter((element) => element.getAttribute('role') === 'doc-noteref');
    const backlinks = new Set(
      elements
        .filter((element) => element.getAttribute('role') === 'doc-backlink')
        .map((element) => element.getAttribute('href')),
    );
    return marks
      .filter((mark) => !backlinks.has(`#${mark.getAttribute('id')}`))
      .map((mark) => `${name}: note mark ${mark.getAttribute('id')} has no link back`);
  });
}

function contentsFaults(book: OpenBook, numbers: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const toc = all(book.xml('toc.xhtml'), 'nav').find((nav) => nav.getAttribute('epub:type') === 'toc');
  const hrefs = toc ? all(toc, 'a').map((link) => link.getAttribute('href') ?? '') : [];
  const listed = hrefs.flatMap((href) => /#q(.+)$/.exec(href)?.[1] ?? []);
  if (listed.join(' ') !== numbers.join(' ')) faults.push(`contents list ${listed.join(' ')}`);
  const ncx = all(book.xml('toc.ncx'), 'content')
    .map((content) => content.getAttribute('src') ?? '')
    .filter((src) => !src.includes('#page_'));
  if (ncx.join(' ') !== hrefs.join(' ')) faults.push('the ncx and the contents differ');
  const files = hrefs.map((href) => book.spine.indexOf(href.split('#')[0] ?? ''));
  if (files.some((file, index) => file < (files[index - 1] ?? 0)))
    faults.push('contents are not in reading order');
  return faults;
}

function unreferencedFiles(book: OpenBook): readonly string[] {
  const listed = new Set(all(book.xml('content.opf'), 'item').map((item) => item.getAttribute('href')));
  const used = new Set(book.spine);
  for (const name of xhtml(book)) {
    for (const element of all(book.xml(name), '*')) {
      for (const attribute of ['src', 'href']) {
        if (element.hasAttribute(attribute)) used.add(element.getAttribute(attribute)?.split('#')[0] ?? '');
      }
    }
  }
  for (const match of book.text('style.css').matchAll(/url\("([^"]+)"\)/g)) used.add(match[1] ?? '');
  return [
    ...book.names
      .filter((name) => name !== 'content.opf' && !listed.has(name))
      .map((name) => `${name} is not in the manifest`),
    ...[...listed]
      .filter((name) => name !== null && name !== 'toc.ncx' && !used.has(name))
      .map((name) => `nothing uses ${name}`),
  ];
}

function claimFaults(book: OpenBook): readonly string[] {
  const claims = all(book.xml('content.opf'), 'meta').filter(
    (element) => element.getAttribute('property') === 'dcterms:conformsTo',
  );
  return claims
    .map((element) => element.textContent ?? '')
    .filter((claim) => !/^EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}$/.test(claim))
    .map((claim) => `unknown claim ${claim}`);
}

function roleFaults(book: OpenBook): readonly string[] {
  const expected: Readonly<Record<string, string>> = {
    'doc-chapter': 'chapter',
    'doc-noteref': 'noteref',
    'doc-backlink': 'backlink',
    'doc-endnotes': 'endnotes',
    'doc-glossary': 'glossary',
    'doc-pagebreak': 'pagebreak',
    'doc-qna': 'qna',
  };
  return xhtml(book).flatMap((name) =>
    all(book.xml(name), '*').flatMap((element) => {
      const type = expected[element.getAttribute('role') ?? ''];
      const said = element.getAttribute('epub:type');
      return type && said !== type
        ? [`${name}: role ${element.getAttribute('role')} with epub:type ${said}`]
        : [];
    }),
  );
}

function languageFaults(book: OpenBook): readonly string[] {
  return xhtml(book).flatMap((name) =>
    all(book.xml(name), '*')
      .filter((element) => element.getAttribute('lang') !== element.getAttribute('xml:lang'))
      .map(
        (element) => `${name}: lang ${element.getAttribute('lang')} is not xml:lang on ${element.tagName}`,
      ),
  );
}

function pageFaults(book: OpenBook): readonly string[] {
  const breaks = book.spine.flatMap((name) =>
    all(book.xml(name), '*')
      .filter((element: Element) => element.getAttribute('role') === 'doc-pagebreak')
      .map((element) => `${name}#${element.getAttribute('id')} ${element.getAttribute('title')}`),
  );
  const list = all(book.xml('toc.xhtml'), 'nav').find((nav) => nav.getAttribute('epub:type') === 'page-list');
  const listed = list ? all(list, 'a').map((link) => `${link.getAttribute('href')} ${link.textContent}`) : [];
  return listed.join('\n') === breaks.join('\n')
    ? []
    : ['the page list is not the page breaks in reading order'];
}
