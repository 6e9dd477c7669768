interface Taken {
  readonly line: number;
  readonly text: string;
}

const MODELINE = /^\W*(?:(?:ex|vi|vim):\s?\S.*|-\*-.*-\*-\W*|Local Variables:.*|End:)\s*$/;

/** Takes editors' modelines out of the first and last lines of a text; they leave blank lines behind. */
export function takeModelines(lines: readonly string[]): { lines: string[]; taken: Taken[] } {
  const taken: Taken[] = [];
  let local = false;
  const kept = lines.map((text, at) => {
    if (at > 5 && at < lines.length - 15) return text;
    const end = /^\W*End:\s*$/.test(text);
    if (local ? !end && !/\w+:/.test(text) : !MODELINE.test(text) || end) return text;
    if (/Local Variables:/.test(text)) local = true;
    if (end) local = false;
    taken.push({ line: at + 1, text });
    return '';
  });
  return { lines: kept, taken };
}

const HEADER = /^[A-Z][\w-]*:(?:\s+\S.*)?$/;
const OF_NEWS =
  /^(?:archive-name|posting-frequency|last-modified|newsgroups|message-id|path|followup-to|xref|approved|maintainer|content-type|mime-version|disclaimer):/i;

/** Takes the headers of a posting off the head of a text; blank lines stay in their place. */
export function takeHeaders(lines: readonly string[]): { lines: string[]; taken: Taken[] } {
  const from = lines.findIndex((line) => line.trim() !== '');
  let to = Math.max(from, 0);
  while (
    to < lines.length &&
    (HEADER.test(lines[to] ?? '') || (to > from && /^[ \t]+\S/.test(lines[to] ?? '')))
  )
    to++;
  const head = lines.slice(Math.max(from, 0), to);
  if (head.length < 2 || !head.some((line) => OF_NEWS.test(line))) return { lines: [...lines], taken: [] };
  return {
    lines: lines.map((line, at) => (at >= from && at < to ? '' : line)),
    taken: head.map((text, at) => ({ line: from + at + 1, text })),
  };
}
