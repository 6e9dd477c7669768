import { finding } from '../model/finding.ts';
import type { ReadDocument } from '../model/read-document.ts';

/** What is read of a document that cannot be read: why, at its first line, and what to do. */
export function brokenDocument(path: string, reason: string, note: string): ReadDocument {
  return {
    content: { kind: 'blocks', blocks: [] },
    footnotes: new Map(),
    dropped: [],
    words: [],
    findings: [finding('source-broken', 'error', { path, line: 1 }, reason, note)],
  };
}

/** What an error says of a document. */
export function whyBroken(error: unknown): string {
  return error instanceof Error ? error.message : 'the reason is unknown';
}
