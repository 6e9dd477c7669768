/** The heading under which a term stands in an index: its first letter in upper case, `#` for anything else. */
export function initialOf(term: string, language: string): string {
  const [first = ''] = term.normalize('NFD');
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase(language) : '#';
}
