import type { PhrasingContent } from 'mdast';
import { anchor, inlineElement } from '../model/nodes.ts';
import { oneLine } from '../model/text-of.ts';

/** Named targets and substitutions of a document, by their plain name. */
export interface RstNames {
  readonly links: ReadonlyMap<string, string>;
  readonly substitutions: ReadonlyMap<string, string>;
  readonly pictures: ReadonlyMap<string, { readonly url: string; readonly alt: string }>;
  /** The address of the next reference without a name (`text`__): they are told apart by their order. */
  readonly anonymous: () => string | undefined;
}

/** Returns the name of a reference as docutils compares it: in lower case, with single spaces. */
export function refName(text: string): string {
  return oneLine(text.toLowerCase());
}

const TOKEN =
  /(?<literal>``(?<code>(?:[^`]|`(?!`))+?)``)|(?<role>:(?<rolename>[\w:.+-]+):`(?<roletext>(?:\\.|[^`\\])+)`)|(?<target>_`(?<targetname>[^`]+)`)|(?<link>`(?<linktext>(?:\\.|[^`\\])+)`__?(?!\w))|(?<interpreted>`(?<plain>(?:\\.|[^`\\])+)`)|(?<strong>\*\*(?<bold>\S(?:[^*]|\*(?!\*))*?)(?<=\S)\*\*)|(?<emphasis>(?<![\w*])\*(?<em>[^*\s](?:[^*\n]|\n(?!\n))*?)(?<=[^\s*])\*(?![\w*]))|(?<note>\[(?<noteid>#?[\w.-]*|\*)\]_(?!\w))|(?<subst>\|(?<substname>[^|\s](?:[^|\n]*[^|\s])?)\|_{0,2})|(?<ref>(?<![\w`])(?<refname>[A-Za-z0-9](?:[\w.+:-]*[A-Za-z0-9])?)__?(?![\w_]))|(?<escape>\\(?<escaped>[\s\S]))/gu;

/** Inline reStructuredText as mdast. What is no markup is text; no character of it is lost. */
export function rstInline(text: string, names: RstNames): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const add = (value: string) => {
    const last = nodes.at(-1);
    if (value === '') return;
    if (last?.type === 'text') last.value += value;
    else nodes.push({ type: 'text', value });
  };
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    add(text.slice(from, found.index));
    from = found.index + found[0].length;
    const groups = found.groups ?? {};
    if (groups.literal) nodes.push({ type: 'inlineCode', value: (groups.code ?? '').replace(/\s+/g, ' ') });
    else if (groups.role) nodes.push(...role(groups.rolename ?? '', unescaped(groups.roletext ?? ''), names));
    else if (groups.target) {
      nodes.push(anchor(slug(groups.targetname ?? '')));
      add(groups.targetname ?? '');
    } else if (groups.link) {
      const text_ = unescaped(groups.linktext ?? '');
      const url = found[0].endsWith('__') && !/<[^<>]+>$/.test(text_) ? names.anonymous() : undefined;
      nodes.push(url === undefined ? link(text_, names) : linkTo(url, text_));
    } else if (groups.interpreted)
      nodes.push({ type: 'emphasis', children: [{ type: 'text', value: unescaped(groups.plain ?? '') }] });
    else if (groups.strong) nodes.push({ type: 'strong', children: rstInline(groups.bold ?? '', names) });
    else if (groups.emphasis)
      nodes.push({ type: 'emphasis', children: [{ type: 'text', value: unescaped(groups.em ?? '') }] });
    else if (groups.note) note(groups.noteid ?? '', nodes, add);
    else if (groups.subst) {
      const value = names.substitutions.get(refName(groups.substname ?? ''));
      const picture = names.pictures.get(refName(groups.substname ?? ''));
      if (picture) nodes.push({ type: 'image', url: picture.url, alt: picture.alt, title: null });
      else add(value ?? found[0]);
    } else if (groups.ref) {
      const url = found[0].endsWith('__')
        ? names.anonymous()
        : names.links.get(refName(groups.refname ?? ''));
      if (url === undefined) add(found[0]);
      else nodes.push(linkTo(url, groups.refname ?? ''));
    } else if (groups.escape) add(/\s/.test(groups.escaped ?? '') ? '' : (groups.escaped ?? ''));
  }
  add(text.slice(from));
  return nodes;
}

function note(id: string, nodes: PhrasingContent[], add: (value: string) => void): void {
  if (id === '*' || id === '#' || id === '') add(`[${id}]`);
  else
    nodes.push({
      type: 'footnoteReference',
      identifier: id.replace(/^#/, '').toLowerCase(),
      label: id.replace(/^#/, ''),
    });
}

/** Splits `text <target>` into its halves. A text without a target names its own. */
function split(text: string): { shown: string; target: string | undefined } {
  const [, shown = '', target] = /^([\s\S]*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  return target === undefined
    ? { shown: text, target: undefined }
    : { shown: shown === '' ? target : shown, target };
}

function link(text: string, names: RstNames): PhrasingContent {
  const { shown, target } = split(text);
  const named = target?.endsWith('_') && !/[/:]/.test(target) ? refName(target.slice(0, -1)) : undefined;
  const url =
    target === undefined
      ? (names.links.get(refName(shown)) ?? `#${slug(shown)}`)
      : named
        ? (names.links.get(named) ?? `#${slug(named)}`)
        : target.replace(/\s+/g, '');
  return linkTo(url, shown.replace(/\s+/g, ' '));
}

function linkTo(url: string, shown: string): PhrasingContent {
  return { type: 'link', url, title: null, children: [{ type: 'text', value: shown }] };
}

function role(name: string, text: string, names: RstNames): PhrasingContent[] {
  const kind = name.split(':').at(-1) ?? name;
  const { shown, target } = split(text);
  const words: PhrasingContent[] = [{ type: 'text', value: shown.replace(/^[!~]/, '').replace(/\s+/g, ' ') }];
  switch (kind) {
    case 'ref':
    case 'numref':
    case 'doc': {
      // Sphinx by itself labels a section by its document and its words: `doc:Section`.
      const [, section] = kind === 'doc' ? [] : (/^[\w/.-]+:(?=\S)(.*)$/.exec(target ?? shown) ?? []);
      const to = section ?? target ?? shown;
      const title =
        target === undefined && kind !== 'doc' ? (names.links.get(`title ${refName(to)}`) ?? to) : shown;
      const url =
        kind === 'doc' ? `${to.replace(/^\//, '')}.rst` : (names.links.get(refName(to)) ?? `#${slug(to)}`);
      return [linkTo(url, title)];
    }
    case 'kbd':
    case 'sub':
    case 'sup':
    case 'abbr':
      return [inlineElement(kind, words, kind === 'abbr' ? /\(([^)]+)\)$/.exec(shown)?.[1] : undefined)];
    case 'subscript':
      return [inlineElement('sub', words)];
    case 'superscript':
      return [inlineElement('sup', words)];
    case 'strong':
    case 'guilabel':
    case 'menuselection':
      return [{ type: 'strong', children: words }];
    case 'emphasis':
    case 'dfn':
    case 'term':
    case 'title-reference':
      return [{ type: 'emphasis', children: words }];
    case 'pep':
    case 'rfc': {
      const number = shown.replace(/\D.*$/, '');
      const url =
        kind === 'pep'
          ? `https://peps.python.org/pep-${number.padStart(4, '0')}/`
          : `https://www.rfc-editor.org/rfc/rfc${number}`;
      return [linkTo(url, `${kind.toUpperCase()} ${shown}`)];
    }
    case 'math':
      return [{ type: 'inlineMath', value: text } as PhrasingContent];
    default:
      if (target === undefined) return [{ type: 'inlineCode', value: shown.replace(/^[!~]/, '') }];
      if (!/^https?:/.test(target)) return [{ type: 'inlineCode', value: `${shown} (${target})` }];
      return [{ type: 'link', url: target, title: null, children: words }];
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(\s)/g, '').replace(/\\([\s\S])/g, '$1');
}

/** The id that docutils makes of a name. */
export function slug(name: string): string {
  return refName(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
