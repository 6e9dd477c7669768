import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An entry of a book that is edited at random. */
interface Item {
  number: number;
  id: string;
  chapter: string;
  question: string;
  words: string;
  /** Numbers; an automatic link prints the question of its target. */
  links: number[];
  related: number[];
  topic: string;
  aliases: string[];
  withdrawn: boolean;
}

/** A book of twenty entries and what can happen to it; the seed says what does. */
export interface EditedBook {
  /** Does one edit and tells which. */
  readonly edit: () => string;
  /** Writes the files that are not on disk as they should be. */
  readonly write: (folder: string) => Promise<void>;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const CHAPTERS = ['alpha', 'beta', 'gamma'];
const TOPICS = ['metals', 'salts'];
const WORDS =
  'copper sulphate dissolves slowly when heat reaches the outer glass vessel during spring rain'.split(' ');

export function editedBook(seed: number): EditedBook {
  const random = generator(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const phrase = (length: number) => Array.from({ length }, () => pick(WORDS)).join(' ');
  let next = 1;
  let color = 0;
  let topicTitle = 'Metals';
  let title = 'A book that changes';
  let spacing = '';
  const entries: Item[] = [];
  const others = (item: Item) => entries.filter(({ number }) => number !== item.number);
  const add = (): Item => {
    const number = next;
    next += 1 + below(3);
    const item: Item = {
      number,
      id: `entry-${number}`,
      chapter: pick(CHAPTERS),
      question: `What is ${phrase(3)} ${number}?`,
      words: phrase(12),
      links: entries.length > 0 ? [pick(entries).number] : [],
      related: [],
      topic: pick(TOPICS),
      aliases: [],
      withdrawn: false,
    };
    entries.push(item);
    return item;
  };
  while (entries.length < 20) add();
  const relate = (a: Item, b: Item) => {
    a.related = [...new Set([...a.related, b.number])];
    b.related = [...new Set([...b.related, a.number])];
  };
  relate(entries[0] as Item, entries[7] as Item);

  const edits: Record<string, () => string | undefined> = {
    add: () => (entries.length > 24 ? undefined : String(add().number)),
    delete: () => {
      if (entries.length < 16) return undefined;
      const gone = pick(entries);
      const stays = others(gone);
      if (stays.filter(({ chapter }) => chapter === gone.chapter).length === 0) return undefined;
      entries.splice(entries.indexOf(gone), 1);
      for (const item of entries) {
        item.links = item.links.filter((number) => number !== gone.number);
        item.related = item.related.filter((number) => number !== gone.number);
      }
      return String(gone.number);
    },
    move: () => {
      const item = pick(entries);
      if (others(item).filter(({ chapter }) => chapter === item.chapter).length === 0) return undefined;
      item.chapter = pick(CHAPTERS);
      return `${item.number} to ${item.chapter}`;
    },
    rename: () => {
      const item = pick(entries);
      if (random() < 0.5 && item.aliases.length < 3) item.aliases.push(item.id);
      item.id = `entry-${item.number}-${below(1_000_000)}`;
      return `${item.number} is ${item.id}`;
    },
    retitle: () => {
      const item = pick(entries);
      item.question = `Why does ${phrase(2)} ${random() < 0.3 ? '*matter*' : 'matter'} ${item.number}?`;
      return String(item.number);
    },
    relink: () => {
      const item = pick(entries);
      item.links = [pick(others(item)).number, pick(others(item)).number].slice(0, 1 + below(2));
      return `${item.number} to ${item.links}`;
    },
    relate: () => {
      const item = pick(entries);
      relate(item, pick(others(item)));
      return String(item.number);
    },
    reword: () => {
      const item = pick(entries);
      item.words = `${phrase(9)} ${pick(['**bold**', '`code`', '[^1]', '$x^2$', 'https://example.org/', ''])}`;
      return String(item.number);
    },
    withdraw: () => {
      const item = pick(entries);
      item.withdrawn = !item.withdrawn;
      return String(item.number);
    },
    touch: () => {
      spacing = spacing === '' ? '\n' : '';
      return 'every entry has other white space';
    },
    theme: () => `colour ${++color}`,
    topic: () => {
      topicTitle = `Metals ${below(100)}`;
      return topicTitle;
    },
    title: () => {
      title = `A book that changes ${below(100)}`;
      return title;
    },
    nothing: () => 'nothing',
  };

  const files = (): Map<string, string | Buffer> =>
    new Map<string, string | Buffer>([
      // Drawing one would take longer than the rest of a build.
      ['assets/cover.png', Buffer.from(PIXEL, 'base64')],
      ['handbook.yaml', handbook(title)],
      ['topics.yaml', `topics:\n  - id: metals\n    title: ${topicTitle}\n  - id: salts\n    title: Salts\n`],
      [
        'glossary.yaml',
        `terms:\n  - term: Salt\n    definition: See [](#${entries[0]?.number}).\n    entries: [${entries[0]?.number}]\n`,
      ],
      ['front/preface.md', `---\ntitle: Preface\n---\n\nBegin with [](#${entries[1]?.number}).\n`],
      ['assets/theme.css', `:root { --accent: #${String(color % 1000).padStart(3, '0')} }\n`],
      [
        'assets/dot.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>',
      ],
      ...entries.map(
        (item) => [`${item.chapter}/${item.number}-${item.id}.md`, entryText(item, spacing)] as const,
      ),
    ]);
  const written = new Map<string, string | Buffer>();
  return {
    edit: () => {
      for (;;) {
        const name = pick(Object.keys(edits));
        const what = edits[name]?.();
        if (what !== undefined) return `${name}: ${what}`;
      }
    },
    write: async (folder) => {
      const wanted = files();
      for (const path of [...written.keys()].filter((path) => !wanted.has(path))) {
        await rm(join(folder, path));
        written.delete(path);
      }
      for (const [path, text] of wanted) {
        if (path.endsWith('.png') ? written.has(path) : written.get(path) === text) continue;
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
        written.set(path, text);
      }
    },
  };
}

function handbook(title: string): string {
  return `schemaVersion: 1
id: changing
title: ${title}
language: en
iri: https://example.org/changing/
edition: { version: "1.0", date: 2026-01-01 }
front: [preface]
html: { theme: assets/theme.css }
cover: { image: assets/cover.png, alternative: Nothing to see }
chapters:
${CHAPTERS.map((id) => `  - { id: ${id}, title: Chapter ${id} }`).join('\n')}
`;
}

function entryText(item: Item, spacing: string): string {
  const links = item.links.map((number, at) => (at === 0 ? `[](#${number})` : `[this one](#${number})`));
  return `---
number: ${item.number}
id: ${item.id}
question: "${item.question}"
topics: [${item.topic}]
related: [${item.related}]
aliases: [${item.aliases}]
index: [${item.words.split(' ')[0]}]
${item.withdrawn ? 'status: withdrawn\n' : ''}---
${spacing}
${item.words} See ${links.join(' and ') || 'nothing else'}.
${item.number % 5 === 0 ? '\n![A dot](../assets/dot.svg)\n' : ''}${item.words.includes('[^1]') ? '\n[^1]: A note.\n' : ''}`;
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
