/** A reference without its percent-encoding; as it is when that is malformed. */
export function decodeReference(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
