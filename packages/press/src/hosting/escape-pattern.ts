/** Turns a text into a regular expression that matches only that text, in PCRE and RE2. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
