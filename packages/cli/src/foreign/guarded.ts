import {
  bookPath,
  type DeclaredFormat,
  type FormatDescriptor,
  type FormatResult,
  type Handbook,
  type OutputFile,
} from '@octavo/core';
import { VFileMessage } from 'vfile-message';
import { formatFault, wordsOf } from './format-fault.ts';

/** Files at the root of a book that Octavo itself writes. */
const OURS =
  /^(?:SHA256SUMS.*|(?:manifest|handbook|inventory|pages|changes|parity|work)\.json|changes\.md|release\.jsonld|.*\.zip(?:\..*)?)$/;

/**
 * A format of someone else's that never throws: whatever is wrong with what it does becomes an error at the
 * place where handbook.yaml names it. Its paths are from the book's own folder, and stay in it.
 */
export function guarded(format: FormatDescriptor, declared: DeclaredFormat): FormatDescriptor {
  const { compile, check, fontsNeeded, read } = format;
  const wrong = (reason: string) =>
    formatFault(
      'format-compiles',
      declared,
      `${declared.use}: ${reason}`,
      'Mend the format, or leave it out of "formats:".',
    );
  const mainFile = (handbook: Pick<Handbook, 'id' | 'volume'>): string =>
    bookPath(handbook, format.mainFile(handbook));
  return {
    name: format.name,
    title: format.title,
    mediaType: format.mediaType,
    needs: format.needs,
    mainFile,
    compile: async (handbook, options): Promise<FormatResult> => {
      try {
        const result = await compile(handbook, options);
        const messages = (result?.messages ?? []).map((one) => said(one, declared));
        if (!Array.isArray(result?.files)) return failed(wrong('compile gave back no list of files'));
        const files: OutputFile[] = [];
        const seen = new Set<string>();
        for (const { path, mediaType = format.mediaType, content } of result.files as readonly OutputFile[]) {
          const fault =
            pathFault(path) ?? (seen.has(path) ? `two of its files are both "${path}"` : undefined);
          if (fault !== undefined) return failed(wrong(fault));
          const bytes = await bytesOf(content);
          if (!bytes)
            return failed(
              wrong(`the content of "${path}" is no bytes: a Uint8Array, or an async iterable of them`),
            );
          seen.add(path);
          files.push({ path: bookPath(handbook, path), mediaType, content: bytes });
        }
        if (messages.some(({ fatal }) => fatal)) return { files: [], messages };
        const main = format.mainFile(handbook);
        return seen.has(main)
          ? { files, messages }
          : failed(wrong(`its main file, "${main}", is not among its files`));
      } catch (error) {
        return failed(wrong(`compile failed: ${wordsOf(error)}`));
      }
    },
    ...(check && {
      check: async (handbook, options) => {
        try {
          return (await check(handbook, options)).map((one) => said(one, declared));
        } catch (error) {
          return [wrong(`check failed: ${wordsOf(error)}`)];
        }
      },
    }),
    ...(fontsNeeded && { fontsNeeded }),
    ...(read && { read }),
  };
}

function failed(message: VFileMessage): FormatResult {
  return { files: [], messages: [message] };
}

/** A message as someone else's code makes it: `{ reason, file, line, column, fatal }` is enough. */
function said(given: Partial<VFileMessage>, { place }: DeclaredFormat): VFileMessage {
  const { line, column, file, fatal, note, ruleId } = given;
  const at = file === undefined || line == null ? place : { line, column: column ?? 1 };
  const message = new VFileMessage(String(given.reason ?? given.message ?? given), {
    place: at,
    source: 'octavo',
    ruleId: ruleId ?? 'format-compiles',
  });
  message.file = file ?? 'handbook.yaml';
  message.fatal = fatal ?? true;
  if (note !== undefined) message.note = note;
  return message;
}

function pathFault(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'one of its files has no path';
  if (/^[/\\]|^[a-z]:/i.test(path)) return `the path "${path}" is absolute`;
  if (path.includes('\\')) return `the path "${path}" has a backslash: write "/"`;
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
