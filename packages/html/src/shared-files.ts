import type { OutputFile } from '@octavo/core';
import { assetFiles } from './assets.ts';
import { searchScripts } from './search/search-files.ts';

/** The files of a site that are the same for every handbook. */
export function sharedFiles(): readonly OutputFile[] {
  return [...assetFiles(), ...searchScripts()];
}
