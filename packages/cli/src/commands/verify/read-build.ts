import type { Format, Handbook, Manifest } from '@octavo/core';
import type { TreeFiles } from '@octavo/verify';
import { schemaFault } from '../../build/published-schemas.ts';
import type { Values } from '../../command-line/option.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { EXIT, type Failure, failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadFolder } from '../../load.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import type { VerifyOptions } from './command.ts';

/** What a built folder is compared with, and which of its formats. */
export interface Build {
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
}

/** Reads what the folder says it is, and the handbook it is to be compared with. */
export async function readBuild(
  tree: TreeFiles,
  folder: string,
  options: Values<VerifyOptions>,
  io: Io,
): Promise<Build | Failure> {
  if (!tree.paths.includes('manifest.json')) {
    const source = tree.paths.includes('handbook.yaml');
    return failure(
      EXIT.usage,
      `"${folder}" is no build: there is no manifest.json in it`,
      source
        ? `It is a handbook: "octavo build ${folder}" makes the folder to verify.`
        : 'Give the folder that octavo build or octavo release made.',
    );
  }
  const manifest = await document<Manifest>(tree, 'manifest.json', 'manifest');
  if (isFailure(manifest)) return manifest;
  const formats = manifest.formats.filter((format) => options.to.includes(format));
  if (formats.length === 0) {
    const built = manifest.formats.join(', ') || 'none';
    return failure(
      EXIT.usage,
      `"${folder}" has none of ${options.to.join(', ')}`,
      `It was built with ${built}.`,
    );
  }
  const handbook =
    options.source === undefined
      ? await builtHandbook(tree, folder)
      : await sourceHandbook(options.source, options, io);
  return isFailure(handbook) ? handbook : { handbook, formats };
}

async function builtHandbook(tree: TreeFiles, folder: string): Promise<Handbook | Failure> {
  if (tree.paths.includes('handbook.json'))
    return document<Handbook>(tree, 'handbook.json', 'handbook-document');
  const note = 'Give the handbook it was built from with --source <folder>.';
  return failure(EXIT.content, `there is no handbook.json in "${folder}" to compare with`, note);
}

async function sourceHandbook(
  source: string,
  options: Values<VerifyOptions>,
  io: Io,
): Promise<Handbook | Failure> {
  const loaded = await loadFolder(source, options, io);
  if (isFailure(loaded)) return loaded;
  if (loaded.handbook) return loaded.handbook;
  reportDiagnostics(diagnosticsOf(loaded.files, loaded.prefix), options, io);
  return failure(EXIT.content, `"${source}" has errors: there is nothing to compare with`, 'Mend it first.');
}

/** A document of the build that keeps to its schema, of this version. */
async function document<Document>(
  tree: TreeFiles,
  path: string,
  schema: string,
): Promise<Document | Failure> {
  const text = new TextDecoder().decode(await tree.read(path));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(EXIT.content, `${path} is damaged: it is no JSON (${reason})`, 'Build the folder again.');
  }
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined;
  if (typeof version === 'number' && version > 1) {
    const reason = `${path} has schemaVersion ${version}, and this Octavo reads version 1`;
    return failure(EXIT.content, reason, 'Verify it with the Octavo that built it, or a newer one.');
  }
  const fault = schemaFault(schema, value);
  if (fault === undefined) return value as Document;
  return failure(EXIT.content, `${path} is damaged: ${fault}`, 'Build the folder again.');
}
