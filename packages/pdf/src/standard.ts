import type { Handbook } from '@octavo/core';

export type StandardName = Handbook['settings']['pdf']['standard'];

/** This is what a standard of `pdf.standard` asks of the file. */
export interface Standard {
  readonly version: '1.7' | '2.0';
  /** The file is held to this part of PDF/UA (ISO 14289), whose year it says where it has to. */
  readonly accessible: { readonly part: number; readonly year?: number };
  /** An archive's file is also held to this part of PDF/A (ISO 19005). */
  readonly archival?: { readonly part: number; readonly level: string; readonly year?: number };
  /** Files of any kind can be in it; where there have to be some, `always`. */
  readonly attachments: 'always' | 'allowed' | 'none';
}

const UA_1 = { version: '1.7', accessible: { part: 1 }, attachments: 'allowed' } as const;
const UA_2 = { version: '2.0', accessible: { part: 2, year: 2024 }, attachments: 'allowed' } as const;

/** Every file is accessible, and so is an archive's. */
export const STANDARDS: Readonly<Record<StandardName, Standard>> = {
  'PDF/UA-1': UA_1,
  'PDF/A-2a': { ...UA_1, archival: { part: 2, level: 'A' }, attachments: 'none' },
  'PDF/A-3a': { ...UA_1, archival: { part: 3, level: 'A' } },
  'PDF/UA-2': UA_2,
  'PDF/A-4f': { ...UA_2, archival: { part: 4, level: 'F', year: 2020 }, attachments: 'always' },
};
