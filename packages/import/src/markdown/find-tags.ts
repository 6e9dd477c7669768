/** A tag of a generator's language, as it stands in a text. */
export interface Tag {
  /** Where the tag begins and ends, as offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly what: 'open' | 'close' | 'value' | 'comment' | 'line';
  /** How it is written: a closing tag is of the same dialect as its opening one. */
  readonly dialect: 'liquid' | 'hugo' | 'component' | 'container' | 'text';
  readonly name: string;
  /** What stands behind the name. */
  readonly args: string;
  /** Nothing is inside it: `<Card />`. */
  readonly alone: boolean;
}

const BRACES = '\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\}';
const QUOTED = `"[^"]*"|'[^']*'`;
/** In this order: what begins alike is told apart by what follows. */
const FORMS: readonly (readonly [Tag['what'], Tag['dialect'], string])[] = [
  // `export const X = …` up to a blank line behind balanced brackets.
  [
    'line',
    'text',
    `^(?:import\\s+(?:(?=[\\w{*])(?:[^\\n;{]|\\{[^{}]{0,2000}\\})+?\\sfrom\\s+)?['"][^'"\\n]+['"];?[ \\t]*$|export\\s+(?:const|let|default|function|async)\\b(?:[^\\n]|\\n(?!\\n|#|$))*)`,
  ],
  [
    'line',
    'text',
    '^(?:--8<--.*|<<<[ \\t]*@?[\\w./~-]+.*|\\*\\[[^\\]\\n]+\\]:.*|\\[\\[?_?[Tt][Oo][Cc]_?\\]?\\]|@\\[[Tt][Oo][Cc]\\].*|\\$\\{?toc\\}?|\\{\\{TOC\\}\\}|(?:[-*] .*\\n)?\\{:\\s*toc\\b[^}]*\\}|(?<=\\|[ \\t]*\\n)\\{:[^}\\n]*\\})[ \\t]*$',
  ],
  [
    'comment',
    'text',
    '\\{/\\*[\\s\\S]{0,1000}?\\*/\\}|%%(?!\\})[^%\\n]+%%|\\{\\{[<%]?[-]?\\s*/\\*[\\s\\S]{0,1000}?\\*/\\s*[%>-]?\\}\\}|\\{#-?[^{}\\n]*-?#\\}|\\{%-?\\s*comment\\s*-?%\\}[\\s\\S]{0,1000}?\\{%-?\\s*endcomment\\s*-?%\\}',
  ],
  ['close', 'liquid', '\\{%-?\\s*end([\\w-]+)\\s*-?%\\}'],
  ['open', 'liquid', '\\{%-?\\s*([\\w-]+)((?:[^%\\n]|%(?!\\})){0,400}?)-?%\\}'],
  ['close', 'hugo', '\\{\\{[<%]\\s*/\\s*([\\w./-]+)\\s*[>%]\\}\\}'],
  [
    'open',
    'hugo',
    `\\{\\{[<%]\\s*([\\w./-]+)((?:${QUOTED}|\`[^\`]*\`|[^<>{}"'\`]){0,600}?)(/?)\\s*[>%]\\}\\}`,
  ],
  ['value', 'text', '\\{\\{(?![<%])\\s*([^{}\\n]{1,120}?)\\s*\\}\\}'],
  ['value', 'text', '\\{((?:frontMatter|metadata|props)\\.[\\w.]+)\\}'],
  ['close', 'component', '</([A-Z][\\w.]*|[a-z]+-[\\w-]+)\\s*>'],
  [
    'open',
    'component',
    `(?<![\\w\`])<([A-Z][\\w.]*(?![\\w.])|[a-z]+-[\\w-]+(?![\\w-]))((?:${QUOTED}|${BRACES}|[^<>"'{}])*?)(/?)>`,
  ],
  ['close', 'container', '^[ \\t]*:{3,}[ \\t]*$'],
  ['open', 'container', '^[ \\t]*:{3,}[ \\t]*([\\w-]+|(?=\\{))([^\\n]*)$'],
];
/** `{deposit}`, an expression of MDX; `{#id}` is none. It is the last form. */
const EXPRESSION: (typeof FORMS)[number] = [
  'value',
  'text',
  '(?<!\\\\)\\{(?![#.:{}])((?:[^{}]|\\{[^{}]*\\}){1,400}?)\\}',
];
const ALL: RegExp = anyOf(FORMS);
const WITH_EXPRESSIONS: RegExp = anyOf([...FORMS, EXPRESSION]);

function anyOf(forms: typeof FORMS): RegExp {
  return new RegExp(forms.map(([, , form]) => `(${form})`).join('|'), 'gm');
}

/** The number of the group that each form is in; the groups inside the form follow it. */
const GROUPS: readonly number[] = [...FORMS, EXPRESSION].map((_, at) =>
  FORMS.slice(0, at).reduce((sum, [, , form]) => sum + 1 + groupsIn(form), 1),
);

function groupsIn(form: string): number {
  return (new RegExp(`${form}|`).exec('')?.length ?? 1) - 1;
}

/** Blocks and spans of code, and what `raw` protects: nothing in them is a tag. */
const CODE =
  /^[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*(?:>[ \t]*)*\1[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n)){0,2000}?(?<!`)\2(?!`)|\{%-?\s*raw\s*-?%\}[\s\S]*?(?:\{%-?\s*endraw\s*-?%\}|$(?![\s\S]))|(?<![\s\S])---\n[\s\S]*?\n---$|(?<![\s\S])\+\+\+\n[\s\S]*?\n\+\+\+$|<(script|style)\b[\s\S]*?(?:<\/\3>|$(?![\s\S]))|<!--[\s\S]*?(?:-->|$(?![\s\S]))/gm;

/** Braces of formulas are no expressions. */
const CODE_OR_MATH: RegExp = new RegExp(
  `${CODE.source}|\\$\\$[\\s\\S]*?\\$\\$|\\$(?=[^$\\n\\\\^_]*[\\\\^_])[^$\\n]*\\$`,
  'gm',
);

/** Finds the tags of a Markdown text in their order; with `expressions`, also those of MDX. Those in code are no tags. */
export function findTags(text: string, expressions = false): readonly Tag[] {
  if (
    !expressions &&
    !/\{(?:[%{/#]|frontMatter|metadata|props)|<\/?[A-Z]|<[a-z]+-|^[ \t]*:::|^(?:import|export)\s|--8<--|^<<<|%%|TOC|toc|^\*\[/m.test(
      text,
    )
  )
    return [];
  const all = expressions ? WITH_EXPRESSIONS : ALL;
  const code = [...text.matchAll(expressions ? CODE_OR_MATH : CODE)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  const tags: Tag[] = [];
  let next = 0;
  all.lastIndex = 0;
  for (let found = all.exec(text); found; found = all.exec(text)) {
    const start = found.index;
    if (found[0] === '') {
      all.lastIndex++;
      continue;
    }
    while ((code[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++;
    const [from = Number.POSITIVE_INFINITY, to = 0] = code[next] ?? [];
    if (from <= start && start < to) {
      all.lastIndex = to;
      continue;
    }
    const at = GROUPS.findIndex((group) => found[group] !== undefined);
    const [what, dialect] = FORMS[at] ?? EXPRESSION;
    const group = GROUPS[at] ?? 0;
    const [name = '', args = '', slash] = [found[group + 1], found[group + 2], found[group + 3]];
    tags.push({ start, end: start + found[0].length, what, dialect, name, args, alone: slash === '/' });
  }
  return tags;
}

/** The values behind a tag's name: by their names, and in order where they have none. */
export function argsOf(written: string): {
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
} {
  const named = new Map<string, string>();
  const plain: string[] = [];
  const form =
    /:?([\w-]+)\s*=\s*(?:\{[^{}"'`]*(?=["'`]))?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|\{([^{}]*)\}|([^\s"'{}>]+))(?:[^{}"'`\s=]*\})?|"([^"]*)"|'([^']*)'|\.([\w-]+)|#([\w-]+)|([^\s"'{}]+)/g;
  for (const [, name, a, b, c, d, e, f, g, cls, id, word] of written.matchAll(form)) {
    const value = a ?? b ?? c ?? d ?? e;
    if (name !== undefined && value !== undefined) named.set(name.toLowerCase(), value);
    else if (id !== undefined) named.set('id', id);
    else plain.push(f ?? g ?? cls ?? word ?? '');
  }
  return { named, plain };
}
