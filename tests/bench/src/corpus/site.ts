import { CHAPTER, type CorpusEntry } from './model.ts';

/** The folder of an entry's chapter, or of the chapter at an index: `ch002`. */
export function chapterId(of: CorpusEntry | number): string {
  const at = typeof of === 'number' ? of : Math.floor((of.number - 1) / CHAPTER);
  return `ch${`${at + 1}`.padStart(3, '0')}`;
}

/** `17. What is it?` */
export function entryTitle(entry: CorpusEntry): string {
  return `${entry.number}. ${entry.question}`;
}

/** YAML front matter of values that are read alike as JSON. */
export function frontMatter(values: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The least a page needs, around what a template language puts in for a title and a content. */
export function htmlPage(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
<p><a href="/">Contents</a></p>
</body>
</html>
`;
}
