import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { type Finder, fileOf } from './findings.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The entry the tag is in, by its nearest `id="q…"` above. */
  readonly entry: string | undefined;
}

/** Entries as the navigation document lists them, links by the section they are in. */
export const epubFindings: Finder = (files, handbook) => {
  const zip = new Map(Object.entries(unzipSync(fileOf(files, `${handbook.id}.epub`))));
  const numbers = new Set(
    handbook.chapters.flatMap((chapter) => chapter.entries.map((entry) => entry.number)),
  );
  const tags = new Map(
    [...zip]
      .filter(([path]) => path.endsWith('.xhtml'))
      .map(([path, bytes]) => [path, tagsOf(new TextDecoder().decode(bytes), numbers)]),
  );
  const landing = (from: string, href: string): string | undefined => {
    const [file = '', fragment] = href.split('#');
    const target = file === '' ? from : posix.join(posix.dirname(from), file);
    const tag = tags.get(target)?.find((item) => item.attributes.id === fragment);
    return tag?.entry;
  };
  const links = new Map<string, Set<string>>([...numbers].map((number) => [number, new Set<string>()]));
  for (const [path, items] of tags) {
    for (const { name, attributes, entry } of items) {
      if (name !== 'a' || entry === undefined || !attributes.href || /^[a-z]+:/i.test(attributes.href))
        continue;
      const target = landing(path, attributes.href);
      if (target !== undefined) links.get(entry)?.add(target);
    }
  }
  const nav = [...tags.keys()].find((path) => /(nav|toc)\.xhtml$/.test(path)) ?? '';
  const listed = (tags.get(nav) ?? []).flatMap((tag) =>
    tag.name === 'a' && tag.attributes.href ? [landing(nav, tag.attributes.href)] : [],
  );
  return {
    numbers: listed.filter((number, at) => number !== undefined && listed.indexOf(number) === at) as string[],
    links,
  };
};

function tagsOf(xhtml: string, numbers: ReadonlySet<string>): readonly Tag[] {
  const tags: Tag[] = [];
  const above: (string | undefined)[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const id = /^q(.+)$/.exec(String(attributes.id ?? ''))?.[1];
    const entry = id !== undefined && numbers.has(id) ? id : above.at(-1);
    above.push(entry);
    tags.push({ name, attributes: attributes as Record<string, string>, entry });
  });
  parser.on('closetag', () => above.pop());
  parser.write(xhtml).close();
  return tags;
}
