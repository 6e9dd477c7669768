import {
  bookPath,
  type DeclaredFormat,
  type FontRequest,
  type FormatDescriptor,
  type FormatResult,
  type Handbook,
  makeMessage,
  type OutputFile,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { pathSet } from '../compile/path-set.ts';
import type { PressFormat } from '../ports.ts';
import { errorMessage, formatFault } from './format-fault.ts';

/** The files that Octavo itself writes into the folder of a book. */
const OURS =
  /^(?:SHA256SUMS.*|(?:manifest|handbook|inventory|pages|changes|parity|work)\.json|changes\.md|release\.jsonld|_headers|_redirects|.*\.zip(?:\..*)?|(?:context|feed|hosting|schemas|volume)(?:\/.*)?)$/i;

/**
 * Returns the files that someone else's code gave back, with their contents read, or what is wrong with them.
 */
async function filesFrom(given: unknown, mediaType: string): Promise<readonly OutputFile[] | string> {
  if (!Array.isArray(given)) return 'compile gave back no list of files';
  const files: OutputFile[] = [];
  const paths = pathSet<undefined>();
  for (const { path, mediaType: type = mediaType, content } of given as readonly OutputFile[]) {
    const fault = pathFault(path);
    if (fault !== undefined) return fault;
    const other = paths.clash(path)?.path;
    if (other === path) return `two of its files are both "${path}"`;
    if (other !== undefined) return `its files "${other}" and "${path}" cannot stand beside each other`;
    paths.add(path, undefined);
    if (typeof type !== 'string' || !/^[\w.+-]+\/[\w.+-]+(?:;[^\r\n]*)?$/.test(type))
      return `the media type of "${path}" is none`;
    const bytes = await bytesOf(content);
    if (!bytes) return `the content of "${path}" is no bytes: a Uint8Array, or an async iterable of them`;
    files.push({ path, mediaType: type, content: bytes });
  }
  return files;
}

/** Says what is wrong with a path that someone else's code gave. */
function pathFault(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'a file has no path';
  if (/^[/\\]|^[a-z]:/i.test(path)) return `the path "${path}" is absolute`;
  if (path.includes('\\')) return `the path "${path}" has a backslash: write "/"`;
  if (/^\s/u.test(path)) return `the path ${JSON.stringify(path)} begins with a space`;
  if (/\p{Cc}/u.test(path)) return `the path ${JSON.stringify(path)} has a control character`;
  if (path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    return `the path "${path}" leads out of the folder, or has an empty part`;
  return OURS.test(path) ? `"${path}" is a file that Octavo writes` : undefined;
}

async function bytesOf(content: unknown): Promise<Uint8Array | undefined> {
  if (content instanceof Uint8Array) return content;
  if (typeof content !== 'object' || content === null || !(Symbol.asyncIterator in content)) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content as AsyncIterable<unknown>) {
    if (!(chunk instanceof Uint8Array)) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * Wraps a format from outside Octavo so that it never throws: every fault becomes an error at the place where
 * handbook.yaml names the format. The paths that it gives are relative to the book's folder and cannot leave
 * it.
 */
export function guarded(format: FormatDescriptor, declared: DeclaredFormat): PressFormat {
  const { name, title, mediaType, needs } = format;
  const blame = (reason: string) =>
    formatFault(
      'format-compiles',
      declared,
      `${declared.use}: ${reason}`,
      'Mend the format, or leave it out of "formats:".',
    );
  /**
   * The fault of the last call of `fontsNeeded`, which cannot report; the next call that can report says it.
   */
  let fault: string | undefined;
  const failed = (reason: string): FormatResult => ({ files: [], messages: [blame(reason)] });
  return {
    name,
    title,
    mediaType,
    needs,
    blame,
    mainFile: (handbook) => {
      const main = mainOf(format, handbook);
      return bookPath(handbook, 'path' in main ? main.path : '');
    },
    compile: async (handbook, options): Promise<FormatResult> => {
      try {
        if (fault !== undefined) return failed(fault);
        const main = mainOf(format, handbook);
        if ('fault' in main) return failed(main.fault);
        const result = await format.compile(handbook, { ...options, own: declared.own });
        const messages = (result?.messages ?? []).map((one) => said(one, declared));
        const made = await filesFrom(result?.files, mediaType);
        if (typeof made === 'string') return failed(made);
        if (messages.some(({ fatal }) => fatal)) return { files: [], messages };
        if (!made.some(({ path }) => path === main.path))
          return failed(`its main file, "${main.path}", is not among its files`);
        return { files: made.map((file) => ownFile(handbook, file)), messages };
      } catch (error) {
        return failed(`compile failed: ${errorMessage(error)}`);
      }
    },
    ...(format.check && {
      check: async (handbook, options) => {
        try {
          if (fault !== undefined) return [blame(fault)];
          return ((await format.check?.(handbook, options)) ?? []).map((one) => said(one, declared));
        } catch (error) {
          return [blame(`check failed: ${errorMessage(error)}`)];
        }
      },
    }),
    ...(format.fontsNeeded && {
      fontsNeeded: (handbook, assets) => {
        const asked = fontsOf(format, handbook, assets);
        fault = typeof asked === 'string' ? asked : undefined;
        return typeof asked === 'string' ? [] : asked;
      },
    }),
    ...(format.read && { read: (files, handbook) => format.read?.(files, handbook) ?? Promise.resolve([]) }),
  };
}

function ownFile(handbook: Handbook, file: OutputFile): OutputFile {
  return { ...file, path: bookPath(handbook, file.path) };
}

/** Returns its main file, or what is wrong with it. */
function mainOf(
  format: FormatDescriptor,
  handbook: Pick<Handbook, 'id' | 'volume'>,
): { readonly path: string } | { readonly fault: string } {
  try {
    const path: unknown = format.mainFile(handbook);
    const fault = pathFault(path);
    return fault === undefined ? { path: path as string } : { fault: `its main file: ${fault}` };
  } catch (error) {
    return { fault: `mainFile failed: ${errorMessage(error)}` };
  }
}

/** Returns the fonts that it asks for, or what is wrong with them. */
function fontsOf(
  format: FormatDescriptor,
  handbook: Handbook,
  assets: ReadonlyMap<string, Uint8Array>,
): readonly FontRequest[] | string {
  try {
    const asked: readonly Partial<FontRequest>[] = format.fontsNeeded?.(handbook, assets) ?? [];
    const isSound = asked.every((font) => typeof font.package === 'string' && typeof font.file === 'string');
    return isSound ? (asked as readonly FontRequest[]) : 'a font that it needs has no package or no file';
  } catch (error) {
    return `fontsNeeded failed: ${errorMessage(error)}`;
  }
}

/**
 * Makes a message from one that someone else's code gave: `{ reason, file, line, column, fatal }` is enough.
 */
function said(given: Partial<VFileMessage>, { place }: DeclaredFormat): VFileMessage {
  const { line, column, file, fatal, note, ruleId } = given;
  const at = file === undefined || line == null ? place : { line, column: column ?? 1 };
  return makeMessage(ruleId ?? 'format-compiles', {
    at: { path: file ?? 'handbook.yaml' },
    place: at,
    reason: String(given.reason ?? given.message ?? given),
    note,
    severity: fatal === false ? 'warning' : 'error',
  });
}
