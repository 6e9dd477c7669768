import type { Element } from 'hast';
import { hasClass } from '../html/classes.ts';
import { eachHtml } from '../html/to-mdast.ts';
import { oneLine } from '../model/text-of.ts';
import { elementsIn } from './built-markup.ts';
import type { SaidField, SaidFields } from './derived-types.ts';

/** The type and the own fields that a page of ours shows of an entry between question and answer, as text. */
export function fieldsOfPage(entry: Element): SaidFields {
  const said = (node: Element) => {
    let text = '';
    eachHtml(node, (each) => {
      if (each.type === 'text') text += each.value;
    });
    return oneLine(text).trim();
  };
  const badges = elementsIn(entry, (node) => hasClass(node, 'badge'));
  const title = badges.filter((node) => hasClass(node, 'type')).map(said)[0];
  const type = title === undefined ? undefined : { name: nameOf(title), title };
  const fields: SaidField[] = badges.flatMap((badge) => {
    const [value] = elementsIn(badge, ({ tagName }) => tagName === 'b');
    if (!value) return [];
    const label = said(badge).slice(0, -said(value).length).trim();
    return [{ name: nameOf(label), title: label, value: said(value), schema: { type: 'string' } }];
  });
  const [list] = elementsIn(entry, (node) => node.tagName === 'dl' && hasClass(node, 'fields'));
  const rows = list ? elementsIn(list, ({ tagName }) => tagName === 'dt' || tagName === 'dd') : [];
  rows.forEach((row, at) => {
    if (row.tagName !== 'dt') return;
    const next = rows.findIndex(({ tagName }, place) => place > at && tagName === 'dt');
    const values = rows.slice(at + 1, next < 0 ? rows.length : next);
    const [day] = values.flatMap((one) => elementsIn(one, ({ tagName }) => tagName === 'time'));
    const date = day?.properties.dateTime;
    const value = date === undefined ? values.map(said).join(', ') : String(date);
    const schema = { type: 'string', ...(date === undefined ? {} : { format: 'date' }) };
    fields.push({ name: nameOf(said(row)), title: said(row), value, schema });
  });
  return { type, fields };
}

/** A title as the name of a field or a type: "In force since" is `inForceSince`. */
function nameOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return /^[A-Z]/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : `field${name || [...title].map((letter) => letter.codePointAt(0)?.toString(16)).join('')}`;
}
