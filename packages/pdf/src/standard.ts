import type { Handbook } from '@octavo/core';

export type StandardName = Handbook['settings']['pdf']['standard'];

/** What a standard of `pdf.standard` asks of the file. */
export interface Standard {
  readonly version: '1.7' | '2.0';
  /** The part of PDF/UA (ISO 14289) that the file is held to, and its year where it has to be said. */
  readonly accessible: { readonly part: number; readonly year?: number };
  /** The part of PDF/A (ISO 19005), of an archive's file. */
  readonly archival?: { readonly part: number; readonly level: string; readonly year?: number };
}

const UA_1 = { version: '1.7', accessible: { part: 1 } } as const;
const UA_2 = { version: '2.0', accessible: { part: 2, year: 2024 } } as const;

/** The standards by their names: every file is accessible, an archive's file too. */
const STANDARDS: Readonly<Record<StandardName, Standard>> = {
  'PDF/UA-1': UA_1,
  'PDF/A-2a': { ...UA_1, archival: { part: 2, level: 'A' } },
  'PDF/A-3a': { ...UA_1, archival: { part: 3, level: 'A' } },
  'PDF/UA-2': UA_2,
  'PDF/A-4f': { ...UA_2, archival: { part: 4, level: 'F', year: 2020 } },
};

/** What a standard asks for, by its name. */
export function standardOf(name: StandardName): Standard {
  return STANDARDS[name];
}
