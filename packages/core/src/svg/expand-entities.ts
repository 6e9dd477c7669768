/** Why a document's own entities cannot be resolved. */
export class EntityFault extends Error {}

const PROLOG = /\uFEFF?(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;
const HEAD = /<!DOCTYPE(?:[^"'[>]|"[^"]*"|'[^']*')*/y;
const DECLARATION =
  /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!ENTITY\s+([\w:.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>|(\]\s*>)|(<!\w+|%)/y;
const REFERENCE = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|&([\w:.-]+);/g;
const PREDEFINED: ReadonlySet<string> = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
/** How much longer a document may become. */
const MOST_ADDED = 1_000_000;

/**
 * Returns an XML document without its DOCTYPE, with the entities that it declares expanded (XML 1.0, 4.4).
 * Only entities of plain text are expanded: an entity that contains markup, is external or refers to itself,
 * and any other declaration, throws an `EntityFault` that says so.
 */
export function expandEntities(source: string): string {
  PROLOG.lastIndex = 0;
  PROLOG.exec(source);
  HEAD.lastIndex = PROLOG.lastIndex;
  const start = PROLOG.lastIndex;
  if (!HEAD.test(source)) return source;
  let at = HEAD.lastIndex;
  const entities = new Map<string, string>();
  if (source[at] === '[') {
    for (at += 1; ; at = DECLARATION.lastIndex) {
      DECLARATION.lastIndex = at;
      const found = DECLARATION.exec(source);
      if (!found || found[5] !== undefined)
        throw new EntityFault('the DOCTYPE declares more than entities of plain text');
      if (found[4] !== undefined) break;
      if (found[1] !== undefined) entities.set(found[1], plainText(found[1], found[2] ?? found[3] ?? ''));
    }
    at = DECLARATION.lastIndex;
  } else at += 1;
  // Lines keep their numbers, for messages.
  const blank = source.slice(start, at).replace(/[^\n]/g, '');
  return source.slice(0, start) + blank + written(source.slice(at), entities);
}

function plainText(name: string, value: string): string {
  const text = value.replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  if (/[<"']/.test(text)) throw new EntityFault(`the entity “${name}” holds markup`);
  return text;
}

function written(body: string, entities: ReadonlyMap<string, string>): string {
  let room = MOST_ADDED;
  const resolve = (text: string, open: ReadonlySet<string>): string =>
    text.replace(REFERENCE, (whole, name: string | undefined) => {
      const value = name === undefined || PREDEFINED.has(name) ? undefined : entities.get(name);
      if (name === undefined || value === undefined) return whole;
      if (open.has(name)) throw new EntityFault(`the entity “${name}” leads to itself`);
      room -= value.length + 1;
      if (room < 0)
        throw new EntityFault('the entities make the picture more than a million characters longer');
      return resolve(value, new Set([...open, name]));
    });
  return resolve(body, new Set());
}
