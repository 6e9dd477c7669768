import { hash } from 'node:crypto';
import type { Entry } from '@octavo/core';
import type { Repository } from '@octavo/press/release';
import { readRepository } from '../../disk/git.ts';
import { Failure, outcomeOf } from '../../exit-code.ts';
import type { SoundFolder } from '../../load-sound.ts';
import type { BuiltFolder } from './built-folder.ts';
import { throughOf } from './through.ts';
import type { SourceTrail } from './trail.ts';

/** Finds where entries come from. */
export type SourceTrails = (entry: Entry) => SourceTrail;

/** Reads it from the handbook's folder and its repository. */
export async function trailsInSource({ root, files, uses, places }: SoundFolder): Promise<SourceTrails> {
  const repository = await outcomeOf(readRepository(root));
  const commits: Repository['commits'] =
    !repository || repository instanceof Failure ? new Map() : repository.commits;
  return ({ source: { path, line }, fingerprint }) => {
    const bytes = files.find((file) => file.path === path)?.value;
    return {
      path,
      line,
      fingerprint,
      through: throughOf(path, { uses, places }),
      sha256: bytes === undefined ? null : hash('sha256', bytes),
      commit: commits.get(path) ?? null,
    };
  };
}

interface UsedSource {
  readonly identifier?: string;
  readonly sha256?: string;
  readonly 'https://octavo.dev/ns#commit'?: string;
}

/**
 * Reads it from what a built folder says about its sources: in handbook.json, and in release.jsonld when
 * JSON-LD was built.
 */
export async function trailsInBuilt({ tree }: BuiltFolder): Promise<SourceTrails> {
  const bytes = await tree.read(`${tree.folder}release.jsonld`);
  const document = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as ReleaseDocument) : undefined;
  const used = new Map((document?.wasGeneratedBy?.used ?? []).map((source) => [source.identifier, source]));
  return ({ source: { path, line }, fingerprint }) => {
    const source = used.get(path);
    return {
      path,
      line,
      fingerprint,
      through: null,
      sha256: source?.sha256 ?? null,
      commit: source?.['https://octavo.dev/ns#commit'] ?? null,
    };
  };
}

interface ReleaseDocument {
  readonly wasGeneratedBy?: { readonly used?: readonly UsedSource[] };
}
