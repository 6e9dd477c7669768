import type { Format } from '@octavo/core';
import type { Place, Subject } from '@octavo/verify';

/** Something wrong that is done to built files, and the finding it must lead to. */
export interface Fault {
  readonly name: string;
  readonly format: Place;
  /** Formats to read beside it, whose word it is held to. */
  readonly beside?: readonly Format[];
  readonly spoil: (files: Files) => void;
  /** Each must be among the differences. */
  readonly finds: readonly Finding[];
  /** Other entries that may be named, because they show what is wrong too. */
  readonly also?: readonly string[];
}

export type Files = Map<string, Uint8Array>;

export interface Finding {
  readonly subject: Subject;
  readonly entry?: string;
}

/** What is found of an entry. */
export function finding(subject: Subject, entry?: string): Finding {
  return entry === undefined ? { subject } : { subject, entry };
}
