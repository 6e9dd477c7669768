import { misuse } from './exit-code.ts';

/** Ends a command that needs the ledger of one edition, where the book has several and none was named. */
export function requireEdition(
  editions: readonly string[],
  edition: string | undefined,
  command: string,
): void {
  const [some] = editions;
  if (some === undefined || edition !== undefined) return;
  misuse(
    'a book with editions is released one edition at a time, and each has a ledger of its own',
    `Say which: octavo ${command} --edition ${some}. There are ${editions.join(', ')}.`,
  );
}
