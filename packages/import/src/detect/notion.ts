/** What Notion sets behind the name of every file and folder of an export. */
const HASH = / [0-9a-f]{32}(?=(?:_all)?(?:\.\w+)?$|\/)/g;

/** The name of a file or folder as people gave it. */
export function withoutHash(name: string): string {
  return name.replace(HASH, '');
}

/** A page of Notion with front matter for the properties that it writes as lines below the title; every line stays where it was. */
export function withFrontMatter(path: string, text: string): string {
  if (withoutHash(path) === path) return text;
  const [all = '', title = '', properties = ''] = /^# (.*)\n\n((?:[^:\n]{1,60}: .*\n)+)\n/.exec(text) ?? [];
  if (all === '') return text;
  const pairs = properties
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [key = '', ...value] = line.split(': ');
      const said = value.join(': ');
      return `${key.toLowerCase()}: ${JSON.stringify(key === 'Tags' ? said.split(', ') : said)}`;
    });
  return `---\ntitle: ${JSON.stringify(title)}\n${pairs.join('\n')}\n---\n${text.slice(all.length)}`;
}

/** The folders in which files lie, and those above them. */
export function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))));
}

/** The folder that a file is called like: it is the page above the pages there, or the table that lists them. */
export function folderBeside(path: string): string {
  return path.replace(/(?:_all)?\.\w+$/, '');
}
