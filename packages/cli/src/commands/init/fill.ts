import type { Facts } from './facts.ts';

/** A file of the starter with the facts in the places of `{{name}}`, or of `{{name:quoted}}` as YAML and JSON quote text. */
export function fill(text: string, facts: Facts): string {
  return text.replace(/\{\{(\w+)(:quoted)?\}\}/g, (_, name: string, quoted: string | undefined) => {
    const value = facts[name as keyof Facts];
    if (value === undefined) throw new Error(`the starter asks for "${name}", which is not known`);
    return quoted === undefined ? value : JSON.stringify(value);
  });
}
