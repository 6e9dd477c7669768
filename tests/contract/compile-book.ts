import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  asPrinted,
  type Compiled,
  type CompileOptions,
  type FontFile,
  type FontRequest,
  type Format,
  type FormatDescriptor,
} from '@octavo/core';
import * as epub from '@octavo/epub';
import * as html from '@octavo/html';
import * as jsonld from '@octavo/jsonld';
import * as pdf from '@octavo/pdf';
import type { Book } from './load-book.ts';

const FORMATS = new Map([html, pdf, epub, jsonld].map(({ FORMAT }) => [FORMAT.name, FORMAT]));

/** Everything a format made of a book, its streams drained. */
export interface Made {
  readonly compiled: Compiled;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Compiles a book into a format, with the fonts it asks for and whatever else is given. */
export async function compileBook(
  format: Format,
  { handbook: written, assets }: Book,
  options: CompileOptions = {},
): Promise<Made> {
  const handbook = asPrinted(written);
  const { compile, fontsNeeded } = FORMATS.get(format) as FormatDescriptor;
  const fonts = await fontsFor(format, fontsNeeded?.(handbook, assets) ?? []);
  const compiled = await compile(handbook, { assets, fonts, source: written, ...options });
  const files = new Map<string, Uint8Array>();
  for (const file of compiled.files) files.set(file.path, await drain(file.content));
  return { compiled, files };
}

export async function fontsFor(
  format: Format,
  requests: readonly FontRequest[],
): Promise<readonly FontFile[]> {
  const home = createRequire(import.meta.resolve(`@octavo/${format}`));
  const found = await Promise.all(
    requests.map(async (request) => {
      try {
        return {
          ...request,
          bytes: new Uint8Array(await readFile(home.resolve(`${request.package}/${request.file}`))),
        };
      } catch {
        return undefined;
      }
    }),
  );
  return found.filter((font) => font !== undefined);
}

async function drain(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
