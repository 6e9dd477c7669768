import type { Manifest } from '@octavo/core';
import type { Findings } from '../compare/findings.ts';

interface SumsRequest {
  /** Where a file of the book's own lies. */
  readonly place: (path: string) => string;
  readonly sums: string | undefined;
  readonly manifest: Manifest;
  readonly hashOfManifest: string;
}

/** SHA256SUMS, in the form that `sha256sum --check` reads, says what the manifest says, and the manifest's own hash. */
export function compareSums(
  findings: Findings,
  { sums, manifest, place, hashOfManifest }: SumsRequest,
): void {
  const about = { file: place('SHA256SUMS') };
  const reason = 'there is no SHA256SUMS';
  if (!findings.holds('file', about, sums !== undefined, 'SHA256SUMS', '', reason)) return;
  const lines = new Map<string, string>();
  for (const line of sums?.split('\n') ?? []) {
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash !== undefined && path !== undefined) lines.set(path, hash);
  }
  const own = { path: place('manifest.json'), sha256: hashOfManifest };
  for (const { path, sha256 } of [...manifest.files, own]) {
    const is = lines.get(path) ?? '';
    findings.holds('file', about, is === sha256, sha256, is, `SHA256SUMS says otherwise of ${path}`);
  }
}
