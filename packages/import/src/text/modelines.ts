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
