/** One rule of a style sheet: its selectors and its declarations. */
export interface StyleRule {
  readonly selectors: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
}

/** A style sheet, flat: rules within @media and the like as if they always held. */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** At-rules that hold no rules, such as `@import`. */
  readonly statements: readonly string[];
  /** Every address in it. */
  readonly addresses: readonly string[];
}

/** Reads a style sheet (CSS Syntax 3) as far as it must be judged: blocks, rules, declarations, addresses. */
export function parseStyles(css: string): StyleSheet {
  const rules: StyleRule[] = [];
  const statements: string[] = [];
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const addresses = [...text.matchAll(/(?:url\(\s*["']?|@import\s*["'])([^"')]+)/gi)].map(
    ([, address = '']) => address.trim(),
  );
  blocks(text, '');
  return { rules, statements, addresses };

  function blocks(part: string, within: string): void {
    for (let at = 0; at < part.length; ) {
      const [open, end] = [find(part, '{', at), find(part, ';', at)];
      if (end >= 0 && (open < 0 || end < open)) {
        const statement = part.slice(at, end).trim();
        if (statement.startsWith('@')) statements.push(statement);
        at = end + 1;
        continue;
      }
      if (open < 0) return;
      const close = closing(part, open);
      const head = part.slice(at, open).trim();
      const body = part.slice(open + 1, close);
      if (/^@(?:media|supports|layer|container|scope)/i.test(head)) blocks(body, within);
      else if (!head.startsWith('@')) rule(head, body);
      at = close + 1;
    }
  }

  function rule(head: string, body: string): void {
    const declarations = new Map<string, string>();
    for (const line of body.replace(/\{[^{}]*\}/g, '').split(/;(?![^("]*[)"])/)) {
      const colon = line.indexOf(':');
      if (colon > 0)
        declarations.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    rules.push({ selectors: splitOutside(head, ','), declarations });
  }
}

/** The next place of a sign outside strings. */
function find(text: string, sign: string, from: number): number {
  for (let at = from, quote = ''; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote && text[at - 1] !== '\\' ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === sign) return at;
  }
  return -1;
}

function closing(text: string, open: number): number {
  for (let at = open + 1, depth = 1; ; ) {
    const [next, end] = [find(text, '{', at), find(text, '}', at)];
    if (end < 0) return text.length;
    if (next >= 0 && next < end) [depth, at] = [depth + 1, next + 1];
    else if (--depth === 0) return end;
    else at = end + 1;
  }
}

/** A text cut at a sign that is not within brackets. */
export function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (letter === sign && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter(Boolean);
}
