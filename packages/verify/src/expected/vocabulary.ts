import {
  chapterParts,
  type Handbook,
  type JsonValue,
  type Labels,
  numberKey,
  type Phrasing,
} from '@octavo/core';
import { ownPlace } from './book-place.ts';
import { sinceAddress } from './edition-address.ts';
import { numberedParts } from './expected-parts.ts';
import { numberWords } from './own-fields.ts';
import { plainPhrasing, shownPhrasing } from './plain-text.ts';

/**
 * Everything that a handbook says outside its answers; words that are not in an answer are compared with it.
 */
export interface Vocabulary {
  /**
   * Returns the first words of a text that no chain of the handbook's phrases explains; undefined when every
   * word is explained.
   */
  readonly unexplained: (text: string) => string | undefined;
}

/** A tree of words: each path from its root to an end is a phrase. */
interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

/** Names of what Octavo publishes, and words that are the same in every language. */
const OWN = [
  'Octavo',
  'PDF',
  'EPUB',
  'EPUB 3.3',
  'HTML',
  'JSON-LD',
  'JSON',
  'Atom',
  'RSS',
  'Markdown',
  'BibTeX',
  'RIS',
  'CSL-JSON',
  'SHA-256',
  'ISBN',
  'DOI',
  'print',
  'manifest.json',
  '404',
];

/** Keys whose values are not printed words; answers are compared separately. */
const APART: ReadonlySet<string> = new Set(
  'answer footnotes body source fingerprint sha256 mediaType'.split(' '),
);

/** Collects the phrases of a handbook: titles, questions, labels, terms, names, dates and what else is given. */
export function vocabularyOf(handbook: Handbook, more: Iterable<string> = []): Vocabulary {
  const own: Node = { next: new Map(), ends: false };
  for (const phrase of more) addTo(own, phrase);
  const roots = [own, phrasesOf(handbook)];
  return {
    unexplained(text) {
      const words = wordsOf(text);
      // The positions in the text that chains of phrases reach; the farthest one is where they fail.
      const reached = new Set([0]);
      for (const start of reached) {
        for (const root of roots) {
          let node: Node | undefined = root;
          for (let at = start; node; at++) {
            if (node.ends) reached.add(at);
            node = at < words.length ? node.next.get(words[at] ?? '') : undefined;
          }
        }
      }
      if (reached.has(words.length)) return undefined;
      const farthest = Math.max(...reached);
      return words.slice(farthest, farthest + 8).join(' ');
    },
  };
}

/** Phrases are collected once per handbook, and every format is compared with the same ones. */
const KNOWN = new WeakMap<Handbook, Node>();

function addTo(root: Node, phrase: string): void {
  let node = root;
  const words = wordsOf(phrase);
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), ends: false };
    node.next.set(word, next);
    node = next;
  }
  if (words.length > 0) node.ends = true;
}

function phrasesOf(handbook: Handbook): Node {
  const known = KNOWN.get(handbook);
  if (known) return known;
  const root: Node = { next: new Map(), ends: false };
  KNOWN.set(handbook, root);
  const add = (phrase: string): void => addTo(root, phrase);
  const addAll = (value: unknown): void => {
    // The words of a template are phrases. Those of a range are phrases only with its numbers, which are
    // added below.
    if (typeof value === 'string') {
      add(value);
      if (!/\{first\}.*\{last\}/.test(value)) for (const part of value.split(/\{\w+\}/)) add(part);
    } else if (typeof value === 'number')
      for (const spelt of [`${value}`, numberWords(value, handbook.language)]) add(spelt);
    else if (Array.isArray(value)) for (const one of value) addAll(one);
    else if (typeof value === 'object' && value !== null)
      // Histories and corrigenda quote earlier editions; the labels of these names are phrases.
      for (const [key, one] of Object.entries(value))
        if (!APART.has(key) && !(/^(?:history|errata)$/.test(key) && typeof one === 'object')) addAll(one);
  };
  // The mark of a preview is no phrase of a release.
  const { stage, labels } = handbook;
  addAll(stage === 'preview' ? handbook : { ...handbook, labels: { ...labels, preview: '' } });
  add(handbook.iri + ownPlace(handbook, ''));
  add(sinceAddress(handbook) ?? '');
  for (const chapter of handbook.chapters) {
    for (const { question, number, answer, fields = [] } of chapter.entries) {
      for (const { value } of fields) for (const key of keysIn(value)) add(key);
      for (const { numbered, caption, texts } of numberedParts(answer, number))
        for (const one of [numbered, caption, ...texts]) add(one);
      add(plainPhrasing(question));
      add(`${handbook.iri}entry/${numberKey(number)}`);
    }
  }
  for (const { definition } of handbook.glossary) {
    add(shownPhrasing(definition));
    for (const run of runsBetweenLinks(definition)) add(run);
  }
  for (const date of datesIn(handbook)) for (const spelt of spellings(date, handbook.language)) add(spelt);
  for (const phrase of OWN) add(phrase);
  for (const range of rangesOf(handbook)) add(range);
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  for (const count of [handbook.chapters.length, entries.length, handbook.parts.length]) add(`${count}`);
  for (let number = 1; number <= handbook.chapters.length; number++) add(`${number}`);
  return root;
}

/** The keys in a value of an own field: they are printed where the schema gives them no title. */
function keysIn(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

/** How every chapter, each of its documents, the book and its volume say which questions they hold. */
function rangesOf({ chapters, labels, volume }: Handbook): readonly string[] {
  const ends = (
    list: readonly { readonly number: string }[],
  ): [first: string | undefined, last: string | undefined] => [list[0]?.number, list.at(-1)?.number];
  return [
    ...[...chapters, ...chapters.flatMap(chapterParts)]
      .map(({ entries }) => entries)
      .concat([chapters.flatMap(({ entries }) => entries)])
      .flatMap((list) => rangeSpellings(labels, ...ends(list))),
    ...(volume ? rangeSpellings(labels, `${volume.first}`, `${volume.last}`, `${volume.of ?? ''}`) : []),
  ];
}

/** How a range of questions is written. */
export function rangeSpellings(labels: Labels, first = '', last = '', of = ''): readonly string[] {
  return [
    ...[labels.range, labels.rangeOf, labels.inVolume].map((label) =>
      label.replace('{first}', first).replace('{last}', last).replace('{of}', of),
    ),
    `${first}–${last}`,
    `${first}-${last}`,
  ];
}

/** The text between links, behind which paper prints a page. */
function runsBetweenLinks(nodes: readonly Phrasing[]): readonly string[] {
  const runs = [''];
  for (const node of nodes) {
    const link = node.type === 'crossReference' || node.type === 'link' || node.type === 'inlineMath';
    if (link) runs.push(shownPhrasing([node]), '');
    else runs[runs.length - 1] += shownPhrasing([node]);
  }
  return runs;
}

/** Words and signs without punctuation; in scripts without spaces, each character. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}])[\p{L}\p{N}\p{M}]|(?<=\p{N})[.,:](?=\p{N}))+|[\p{Sm}\p{Sc}]/gu,
      ) ?? []
  );
}

function datesIn({ edition, redline, chapters }: Handbook): ReadonlySet<string> {
  const own = chapters.flatMap(({ entries }) =>
    entries.flatMap(({ revised, effective }) => [revised ?? [], Object.values(effective ?? {})].flat()),
  );
  const fields = chapters.flatMap(({ entries }) => entries.flatMap(({ fields: list = [] }) => list));
  const given = JSON.stringify(fields).match(/(?<=")\d{4}-\d\d-\d\d(?=")/g) ?? [];
  return new Set([edition.date, ...(redline ? [redline.since.date] : []), ...own, ...given]);
}

/** A date as data, and as the language writes it at length. */
export function spellings(date: string, language: string): readonly string[] {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return [date];
  const styles = ['full', 'long', 'medium', 'short'] as const;
  const own = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return [
    date,
    date.slice(0, 10),
    date.slice(0, 4),
    day.toISOString(),
    day.toISOString().replace(/\.\d+Z$/, 'Z'),
    ...styles.map((dateStyle) =>
      new Intl.DateTimeFormat([language, 'en'], { dateStyle, timeZone: 'UTC' }).format(own),
    ),
  ];
}
