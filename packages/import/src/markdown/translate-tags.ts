import { calloutKind } from '../model/callout-kind.ts';
import { oneLine } from '../model/text-of.ts';
import { argsOf, findTags, type Tag } from './find-tags.ts';
import { lineWriter, type Translated } from './line-writer.ts';
import { NAMED, type ShownValues, shownValues } from './shown-values.ts';
import { ADDRESSES, FILMS, KINDS, type Meaning, meaningOf, TITLES } from './tag-meanings.ts';

interface Open {
  readonly tag: Tag;
  readonly meaning: Meaning | 'plain';
  readonly close: string;
  /** How far what is inside is indented, where that means nothing. */
  readonly inner: number;
}

/** Containers inside containers have fewer colons: more levels than these nobody writes. */
const MOST_COLONS = 12;

interface TagOptions {
  /** The expressions of MDX are tags. */
  readonly expressions?: boolean | undefined;
  /** Values that a tag names are written as variables. */
  readonly variables?: boolean | undefined;
}

/**
 * A text in which tags of site generators (Liquid, Hugo's shortcodes, components, containers of every
 * spelling) are the containers, links and code that they stand for. What only steers a generator goes.
 */
export function translateTags(
  source: string,
  { expressions = false, variables = false }: TagOptions = {},
): Translated & Pick<ShownValues, 'given'> {
  const tags = findTags(source, expressions);
  const writer = lineWriter(source);
  const values = shownValues(source, variables);
  const open: Open[] = [];
  const closes = new Map<string, number>();
  const key = ({ dialect, name }: Tag) => `${dialect} ${dialect === 'container' ? '' : name.toLowerCase()}`;
  for (const tag of tags) if (tag.what === 'close') closes.set(key(tag), (closes.get(key(tag)) ?? 0) + 1);
  const colons = () =>
    ':'.repeat(Math.max(3, MOST_COLONS - open.filter(({ meaning }) => meaning !== 'plain').length));
  const shut = (at: Tag) => {
    const { close = '' } = open.pop() ?? {};
    writer.indented(open.findLast((one) => one.tag.dialect === 'component')?.inner ?? 0);
    if (close.startsWith('](')) writer.inline(close);
    else if (close !== '') writer.block(close, at);
  };
  for (const tag of tags) {
    // A placeholder in angle brackets is what its author wrote.
    const isComponent =
      tag.dialect !== 'component' || tag.what !== 'open' || tag.alone || (closes.get(key(tag)) ?? 0) > 0;
    if (tag.start < writer.at() || !isComponent) continue;
    writer.copyTo(tag.start);
    if (tag.what === 'close') {
      const index = open.findLastIndex((one) => key(one.tag) === key(tag));
      closes.set(key(tag), (closes.get(key(tag)) ?? 1) - 1);
      if (index < 0 && tag.dialect === 'container') continue;
      writer.take(tag, index < 0);
      while (index >= 0 && open.length > index) shut(tag);
      continue;
    }
    if (showsValue(source, tag)) {
      const shown = values.shownBy(tag, inAddress(source, tag));
      writer.take(tag, shown === '');
      writer.inline(shown);
      continue;
    }
    if (tag.what !== 'open') {
      writer.take(tag, true);
      continue;
    }
    const holds = !tag.alone && (closes.get(key(tag)) ?? 0) > 0;
    const inText = isInText(source, tag);
    const meaning = inText ? 'wrapper' : meaningOf(nameOf(tag));
    const { before, close } = written(tag, meaning, colons(), holds);
    writer.take(tag, before === '');
    if (meaning === 'link' && holds && before !== '') {
      writer.inline('[');
      open.push({ tag, meaning: 'plain', close: `]${before}`, inner: 0 });
      continue;
    }
    if (before !== '') writer.block(before, tag);
    if (!holds) continue;
    const inner =
      tag.dialect === 'component'
        ? (/^[ \t]*\n([ \t]*)(?=\S)/.exec(source.slice(tag.end))?.[1]?.length ?? 0)
        : 0;
    open.push({ tag, meaning: close.startsWith(':') ? meaning : 'plain', close, inner });
    if (tag.dialect === 'component') writer.indented(inner);
  }
  return { ...writer.finish(open.reverse().map(({ close }) => close)), given: values.given };
}

/** Tags that give an address where they stand in one. */
const ADDRESS_TAGS = /^(?:ref|relref|link|post_url|url|asset_path|absurl|relurl|static)$/i;

function showsValue(source: string, tag: Tag): boolean {
  if (tag.what !== 'open') return tag.what === 'value';
  return (
    (tag.dialect === 'hugo' && NAMED.test(tag.name)) ||
    (ADDRESS_TAGS.test(tag.name) && inAddress(source, tag))
  );
}

function inAddress(source: string, { start }: Tag): boolean {
  return /\]\([^()\s]*$|=["']?[^"'\s]*$/.test(source.slice(Math.max(0, start - 200), start));
}

/** A heading, a row of a table, a sentence: a block cannot begin there. */
function isInText(source: string, { start, end, name }: Tag): boolean {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  const before = source.slice(from, start).replace(/[<{][^<>{}]*[>}]/g, '');
  const after = source.slice(end, to < 0 ? source.length : to);
  if (/^\s*(?:#{1,6} |\|)/.test(before)) return true;
  return (
    /\S\s*$/.test(before.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*/, '')) &&
    (after.trim() !== '' || meaningOf(name) === 'wrapper')
  );
}

/** `{.callout-note}` is called by its class. */
function nameOf({ name, args }: Tag): string {
  return name !== ''
    ? name
    : (argsOf(args.replace(/^\{|\}\s*$/g, '')).plain.find((word) =>
        calloutKind(word.replace(/^callout-/, '')),
      ) ?? '');
}

function written(
  tag: Tag,
  meaning: Meaning,
  colons: string,
  holds: boolean,
): { before: string; close: string } {
  const words = tag.dialect === 'container' ? containerArgs(tag) : argsOf(tag.args);
  const pick = (names: readonly string[]) =>
    names.map((name) => words.named.get(name)).find((value) => value);
  const plain = words.plain.filter((word) => word !== 'as' && !/^[|=]/.test(word));
  const address = pick(ADDRESSES) ?? plain.find((word) => /^https?:/.test(word));
  const kind =
    [
      pick(KINDS) ?? '',
      ...plain,
      nameOf(tag)
        .toLowerCase()
        .replace(/^callout-/, ''),
    ]
      .map(calloutKind)
      .find((found) => found) ?? 'note';
  const given =
    pick(TITLES) ??
    plain
      .filter((word) => !calloutKind(word) && word !== address)
      .join(tag.dialect === 'container' ? ' ' : '\u0000')
      .split('\u0000')[0];
  const title = oneLine(given ?? '');
  const label = title === '' ? '' : `[${title.replace(/[[\]\\]/g, '\\$&')}]`;
  const linked = (text: string) =>
    `[${text.replace(/[[\]]/g, '\\$&')}](<${(address ?? '').replace(/[<>\s]/g, encodeURIComponent)}>)`;
  switch (meaning) {
    case 'box':
      return holds ? { before: `${colons}${kind}${label}`, close: colons } : { before: title, close: '' };
    case 'tab':
      if (address !== undefined && title !== '') return { before: linked(title), close: '' };
      return { before: title === '' ? '' : `**${title.replace(/[*\\]/g, '\\$&')}**`, close: '' };
    case 'fold':
      return holds && title !== ''
        ? { before: `${colons}details${label}`, close: colons }
        : { before: '', close: '' };
    case 'code':
      return holds ? { before: `\`\`\`${plain[0] ?? ''}`, close: '```' } : { before: '', close: '' };
    case 'link':
      if (address === undefined) return { before: '', close: '' };
      return { before: holds ? linked('').slice(2) : linked(title || address), close: '' };
    case 'media': {
      const film = FILMS[tag.name.toLowerCase()];
      const id = words.named.get('id') ?? plain[0];
      if (address === undefined) return { before: film && id ? `<${film}${id}>` : '', close: '' };
      const picture = /^(?:figure|image|img)$/i.test(tag.name);
      return {
        before: picture ? `!${linked(title)}` : /^https?:/.test(address) ? linked(title || address) : title,
        close: '',
      };
    }
    case 'wrapper':
      return { before: '', close: '' };
  }
}

/** `warning Look out`, `note[Look]{#id}`, `{.note title="Look"}`. */
function containerArgs({ args }: Tag): ReturnType<typeof argsOf> {
  const [, label, rest = ''] = /^\s*(?:\[(.*)\])?\s*(.*)$/.exec(args) ?? [];
  const [, text = '', list = ''] = /^(.*?)\s*(?:\{([^{}]*)\})?\s*$/.exec(rest) ?? [];
  const { named } = argsOf(list);
  const title = label ?? (text.trim() === '' ? named.get('title') : text.trim());
  return { named: new Map(title === undefined ? named : [...named, ['title', title]]), plain: [] };
}
