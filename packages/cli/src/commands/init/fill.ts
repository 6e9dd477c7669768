import type { Facts } from './facts.ts';

/**
 * Fills a file of the starter: `{{name}}` becomes the fact, and `{{name:quoted}}` the fact quoted for YAML
 * and JSON.
 */
export function fill(text: string, facts: Facts): string {
  return text.replace(/\{\{(\w+)(:quoted)?\}\}/g, (_, name: string, quoted: string | undefined) => {
    const value = facts[name as keyof Facts];
    if (value === undefined) throw new Error(`the starter asks for "${name}", which is not known`);
    return quoted === undefined ? value : JSON.stringify(value);
  });
}
