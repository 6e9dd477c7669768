import type { Properties } from 'hast';
import { find, html, svg } from 'property-information';
import { ADDRESSES, type Addresses } from './place.ts';

interface Attribute {
  readonly name: string;
  /** Whether it is there or not, and has no value. */
  readonly isFlag: boolean;
  /** Whether it may have a value or none, such as `download`. */
  readonly isOptional: boolean;
  readonly between: ', ' | ' ';
}

const known = { html: new Map<string, Attribute>(), svg: new Map<string, Attribute>() };
const SCHEMAS = { html, svg };
const REFERENCES: Readonly<Record<string, string>> = {
  '\0': '&#x0;',
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '`': '&#x60;',
};

/** The attributes of an element as HTML, each with a space in front of it. */
export function attributesOf(
  properties: Properties | undefined,
  space: 'html' | 'svg',
  write: Addresses | undefined,
): string {
  let text = '';
  for (const key in properties) {
    const own = attribute(key, space);
    const value = settled(properties[key], own);
    if (value === null || value === undefined || value === false || Number.isNaN(value)) continue;
    text += ` ${own.name}`;
    if (value !== true) text += `="${quoted(written(key, value, own.between, write))}"`;
  }
  return text;
}

/** A value as HTML has it: of a flag, whether it is there. */
function settled(value: Properties[string], { name, isFlag, isOptional }: Attribute): Properties[string] {
  if (isOptional && value === '') return true;
  const isSwitch = isFlag || isOptional;
  return isSwitch && (typeof value !== 'string' || value === name || value === '') ? Boolean(value) : value;
}

function written(
  key: string,
  value: string | number | (string | number)[],
  between: string,
  write: Addresses | undefined,
): string {
  if (Array.isArray(value)) return value.join(between).trim();
  const text = String(value);
  return write && text.startsWith('/') && ADDRESSES.has(key) ? write(text) : text;
}

function quoted(text: string): string {
  return text.replace(/[\0"&'`]/g, (sign) => REFERENCES[sign] ?? sign);
}

function attribute(key: string, space: 'html' | 'svg'): Attribute {
  const found = known[space].get(key);
  if (found) return found;
  const info = find(SCHEMAS[space], key);
  const made = {
    name: info.attribute,
    isFlag: info.boolean,
    isOptional: info.overloadedBoolean,
    between: info.commaSeparated ? ', ' : ' ',
  } as const;
  known[space].set(key, made);
  return made;
}
