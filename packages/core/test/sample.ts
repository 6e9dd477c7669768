import { type Entry, type Handbook, type LoadOptions, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

const HANDBOOK = `schemaVersion: 1
id: small
title: A small handbook
language: en
iri: https://example.org/small/
edition: { version: "1", date: "2026-11-01" }
chapters:
  - { id: basics, title: Basics }
`;

/** Files by path as the reader gets them; a handbook.yaml with one chapter, `basics`, unless given. */
export function filesOf(files: Readonly<Record<string, string>>): VFile[] {
  return Object.entries({ 'handbook.yaml': HANDBOOK, ...files }).map(
    ([path, text]) => new VFile({ path, value: new TextEncoder().encode(text) }),
  );
}

/** An entry's file. */
export function entryText(number: string, body: string, extra = ''): string {
  return `---\nnumber: ${number}\nquestion: Why ${number}?\n${extra}---\n\n${body}\n`;
}

export interface Result {
  readonly handbook: Handbook | undefined;
  readonly messages: readonly VFileMessage[];
}

/** Loads a handbook from texts by path. */
export function load(files: Readonly<Record<string, string>>, options?: LoadOptions): Result {
  const loaded = loadHandbook(filesOf(files), options);
  return { handbook: loaded.handbook, messages: loaded.files.flatMap((file) => file.messages) };
}

/** The answer that a Markdown body becomes: in entry 1, beside an entry 2 with the id `second`. */
export function answerOf(body: string, options?: LoadOptions, extra?: string): Entry {
  const { handbook, messages } = load(
    { 'basics/1-first.md': entryText('1', body, extra), 'basics/2-second.md': entryText('2', 'Two.') },
    options,
  );
  const entry = handbook?.chapters[0]?.entries[0];
  if (!entry) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  return entry;
}

/** A value without the source positions in it. */
export function bare<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'position' ? undefined : inner)),
  ) as T;
}
