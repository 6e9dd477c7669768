const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Tags that may stand within a word; any other ends it. */
const WITHIN_WORDS =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi;

/**
 * The ways in which the text of a file may be meant: with the escapes of JSON, addresses and markup undone, once
 * with what is in tags, and once without.
 */
export function waysToRead(text: string): readonly string[] {
  const plain = withoutEntities(withoutEntities(withoutPercent(withoutBackslashes(text))));
  return plain.includes('<') ? [plain, plain.replace(WITHIN_WORDS, '').replace(/<[^<>]*>/g, ' ')] : [plain];
}

function withoutBackslashes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([\da-fA-F]{4})|([nrt])|(["\\/]))/g,
    (_, code?: string, space?: string, sign?: string) =>
      code === undefined
        ? space === undefined
          ? (sign ?? '')
          : ' '
        : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function withoutPercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[\da-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
