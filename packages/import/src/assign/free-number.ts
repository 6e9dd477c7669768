/** The next number after one, when it is free; else that one with a letter. */
export function freeNumber(before: string | undefined, taken: ReadonlySet<string>, first: boolean): string {
  if (before === undefined || first) {
    const prefix = first && before !== undefined ? `${before}.` : '';
    for (let at = 1; ; at++) if (!taken.has(`${prefix}${at}`)) return `${prefix}${at}`;
  }
  const parts = before.replace(/[A-Z]+$/, '').split('.');
  const next = [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
  if (!taken.has(next) && !/[A-Z]$/.test(before)) return next;
  const base = parts.join('.');
  for (let at = 0; at < 26 * 27; at++) {
    const letters = at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;
    if (!taken.has(`${base}${letters}`)) return `${base}${letters}`;
  }
  for (let at = 1; ; at++) if (!taken.has(`${base}.${at}`)) return `${base}.${at}`;
}

function letter(at: number): string {
  return String.fromCharCode(65 + at);
}
