import { languageOf } from '../detect/language.ts';
import { folderBeside, withoutHash } from '../detect/notion.ts';
import type { Placed } from '../model/arrangement.ts';
import type { FoundDocument } from '../model/found.ts';
import { textOf } from '../model/text-of.ts';

/** Returns the title of a book: that of its one document or of its index, or else its name in words. */
export function titleOfAll(documents: readonly FoundDocument[], name: string): string {
  const titled =
    documents.length === 1
      ? documents[0]
      : (documents.find(({ path }) => /(^|\/)(?:_?index|readme)\.\w+$/i.test(path)) ??
        documents.find((one) =>
          documents.every((other) => other === one || other.path.startsWith(`${folderBeside(one.path)}/`)),
        ));
  return titled?.title ?? titleOf(name);
}

/** The language of a book: what a document says first, else what its questions and answers are written in. */
export function languageOfAll(documents: readonly FoundDocument[], all: readonly Placed[]): string {
  return documents.find(({ language }) => language)?.language ?? languageOf(proseOf(all));
}

function titleOf(name: string): string {
  const bare = withoutHash(name.split('/').at(-1) ?? name)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return bare === '' ? 'FAQ' : bare;
}

function proseOf(all: readonly Placed[]): string {
  const pieces: string[] = [];
  let length = 0;
  for (const { found } of all) {
    const text = [
      textOf(found.question),
      ...found.answer.filter((block) => block.type === 'paragraph').map((block) => textOf(block)),
    ].join(' ');
    pieces.push(text.slice(0, 2000));
    length += text.length;
    if (length > 20_000) break;
  }
  return pieces.join('\n');
}
