/** What an error says of a file, in one line. */
export function whyBroken(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return first.replace(/^(?:error: )?\[xmldom \w+\]\s*/, '').slice(0, 200) || 'the reason is unknown';
}
