/** What Notion sets behind the name of every file and folder of an export. */
const HASH = / [0-9a-f]{32}(?=(?:_all)?(?:\.\w+)?$|\/)/g;

/** What the properties of a page of questions are called. */
const PROPERTIES =
  /^(?:tags?|topics?|category|section|status|state|draft|number|nr|no|id|order|created(?: by| time)?|date|updated|last edited(?: by| time)?|owner|author|verification|url|type|priority|assign(?:ee)?|language)$/;

/** The name of a file or folder as people gave it. */
export function withoutHash(name: string): string {
  return name.replace(HASH, '');
}

/** A page of Notion with front matter for the properties that it writes as lines below the title; every line stays where it was. */
export function withFrontMatter(path: string, text: string): string {
  if (withoutHash(path) === path) return text;
  const [all = '', title = '', properties = ''] = /^# (.*)\n\n((?:[^:\n]{1,60}: .*\n)+)\n/.exec(text) ?? [];
  const given = properties
    .trimEnd()
    .split('\n')
    .map((line): readonly [string, string] => {
      const [key = '', ...value] = line.split(': ');
      return [key.toLowerCase(), value.join(': ')];
    });
  // A sentence may begin with a word and a colon as well: "Yes: within a month."
  const isKnown = given.length > 1 || given.every(([key]) => PROPERTIES.test(key));
  if (all === '' || !isKnown || new Set(given.map(([key]) => key)).size < given.length) return text;
  const pairs = given.map(
    ([key, said]) => `${JSON.stringify(key)}: ${JSON.stringify(key === 'tags' ? said.split(', ') : said)}`,
  );
  return `---\ntitle: ${JSON.stringify(title)}\n${pairs.join('\n')}\n---\n${text.slice(all.length)}`;
}

/** The folders in which files lie, and those above them. */
export function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))));
}

/** The folder with the same name as a file: it is the page above the pages there, or the table that lists them. */
export function folderBeside(path: string): string {
  return path.replace(/(?:_all)?\.\w+$/, '');
}
