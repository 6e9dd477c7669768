import type { Content } from '../content/content.ts';

/** An entry as it was read back from a format. */
export interface FoundEntry {
  /** As printed beside the question. */
  readonly number: string;
  /** As printed, without the number. */
  readonly question: string;
  readonly answer: readonly Content[];
  /** What stands between question and answer: withdrawn, deprecated, draft. */
  readonly notice: FoundNotice | undefined;
  /** The publisher's own fields above the answer; undefined where the format states them as data. */
  readonly own: string | undefined;
  /** The lines after the answer with its facts; undefined where the format states them as data. */
  readonly facts: readonly string[] | undefined;
  /** Numbers of the related questions, as their links lead; undefined where the format does not show them. */
  readonly related: readonly string[] | undefined;
  readonly file: string;
  /** The file and the anchor. */
  readonly at: string;
  readonly page?: string;
}

export interface FoundNotice {
  readonly text: string;
  /** Where its links lead. */
  readonly links: readonly string[];
}
