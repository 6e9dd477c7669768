/** What texts of exemplars are made of. */
const WORDS =
  'each record is kept with its source and the day on which it was read so that whoever asks later finds what was known then and who had checked it';

/** A text of exactly so many characters, without spaces at its ends. */
export function textOf(length: number): string {
  const text = `${WORDS} and `.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
  return text.endsWith(' ') ? `${text.slice(0, -1)}s` : text;
}
